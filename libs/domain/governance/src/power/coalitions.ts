/**
 * How many coalitions there are of each weight and size: `counts[size][weight]`, exact. The coefficients of the generating
 * function of a weighted game, found by dynamic programming instead of by listing 2^n coalitions.
 */
export type Coalitions = readonly (readonly bigint[])[];

/** The one coalition of nobody. */
export const nobody: Coalitions = [[1n]];

const table = (sizes: number, weights: number): bigint[][] =>
  Array.from({ length: sizes }, () => Array.from({ length: weights }, () => 0n));

/** Adds `count` coalitions of this size and weight. */
function tell(counts: readonly bigint[][], size: number, weight: number, count: bigint): void {
  const row = counts[size];
  if (row) row[weight] = (row[weight] ?? 0n) + count;
}

const greatestWeight = (coalitions: Coalitions): number => (coalitions[0]?.length ?? 1) - 1;

/** Every coalition of members with these weights, whole numbers of at least zero. */
export const coalitionsOf = (weights: readonly number[]): Coalitions =>
  weights.reduce<Coalitions>((all, weight) => {
    const grown = table(all.length + 1, greatestWeight(all) + weight + 1);
    all.forEach((row, size) => {
      row.forEach((count, sum) => {
        if (count === 0n) return;
        tell(grown, size, sum, count);
        tell(grown, size + 1, sum + weight, count);
      });
    });
    return grown;
  }, nobody);

/** Every coalition made of one of each. */
export function joined(left: Coalitions, right: Coalitions): Coalitions {
  const product = table(left.length + right.length - 1, greatestWeight(left) + greatestWeight(right) + 1);
  left.forEach((row, size) => {
    row.forEach((count, weight) => {
      if (count === 0n) return;
      right.forEach((others, more) => {
        others.forEach((other, heavier) => {
          if (other !== 0n) tell(product, size + more, weight + heavier, count * other);
        });
      });
    });
  });
  return product;
}

/** Only the coalitions whose weight passes. */
export const filtered = (coalitions: Coalitions, passes: (weight: number) => boolean): Coalitions =>
  coalitions.map((row) => row.map((count, weight) => (passes(weight) ? count : 0n)));

/** For each size, how many coalitions weigh less than each weight: `sums[size][weight]`, one column longer than `coalitions`. */
export const lighterThan = (coalitions: Coalitions): Coalitions =>
  coalitions.map((row) => {
    let sum = 0n;
    return [0n, ...row.map((count) => (sum += count))];
  });
