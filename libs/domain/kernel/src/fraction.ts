import { DomainError } from './domain-error.js';

/**
 * An exact fraction in lowest terms, the denominator above zero. "Fractions are exact" (domain.md 2.1): no share of seats is ever
 * computed with floating point. It is a value for computing, not for storing: what is stored is its text, `1/2`.
 */
export interface Fraction {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

const shape = /^(-?\d{1,30})(?:\/(\d{1,30}))?$/;

/** The fraction `numerator / denominator`. Throws `DomainError('not_a_fraction')` when the denominator is zero. */
export function fraction(numerator: bigint | number, denominator: bigint | number = 1): Fraction {
  const above = BigInt(numerator);
  const below = BigInt(denominator);
  if (below === 0n) throw new DomainError('not_a_fraction', { given: `${above.toString()}/0` });
  const sign = below < 0n ? -1n : 1n;
  const divisor = greatestCommonDivisor(above, below);
  return { numerator: (sign * above) / divisor, denominator: (sign * below) / divisor };
}

/** Reads `1/2`, `-2/3` or a whole number `3`. Throws `DomainError('not_a_fraction')` on anything else. */
export function parseFraction(text: string): Fraction {
  const [, above, below = '1'] = shape.exec(text) ?? [];
  if (above === undefined || BigInt(below) === 0n) throw new DomainError('not_a_fraction', { given: text });
  return fraction(BigInt(above), BigInt(below));
}

const decimalShape = /^(-?)(\d{1,30})\.(\d{1,30})$/;

/** Reads a whole number, a fraction `1/2` or a decimal `18.49`, exactly. Throws `DomainError('not_a_fraction')` on anything else. */
export function parseExact(text: string | number): Fraction {
  const [, sign = '', whole, decimals] = decimalShape.exec(String(text)) ?? [];
  if (whole === undefined || decimals === undefined) return parseFraction(String(text));
  return fraction(BigInt(`${sign}${whole}${decimals}`), 10n ** BigInt(decimals.length));
}

/** `1/2`; whole numbers too are written with their denominator, `3/1`. */
export const fractionText = (value: Fraction): `${number}/${number}` =>
  `${value.numerator.toString()}/${value.denominator.toString()}` as `${number}/${number}`;

/** Negative when `left` is smaller, zero when equal, positive when larger. */
export function compareFractions(left: Fraction, right: Fraction): number {
  const difference = left.numerator * right.denominator - right.numerator * left.denominator;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** The exact sum. */
export const addFractions = (left: Fraction, right: Fraction): Fraction =>
  fraction(
    left.numerator * right.denominator + right.numerator * left.denominator,
    left.denominator * right.denominator,
  );

/** The exact product. */
export const multiplyFractions = (left: Fraction, right: Fraction): Fraction =>
  fraction(left.numerator * right.numerator, left.denominator * right.denominator);

const compareShare = (count: number, share: Fraction, of: number): number =>
  compareFractions(fraction(count), multiplyFractions(share, fraction(of)));

/** Whether `count` is strictly more than `share` of `of`; counts are whole numbers. */
export const moreThan = (count: number, share: Fraction, of: number): boolean => compareShare(count, share, of) > 0;

/** Whether `count` is `share` of `of` or more; counts are whole numbers. */
export const atLeast = (count: number, share: Fraction, of: number): boolean => compareShare(count, share, of) >= 0;

/** The least whole number that is strictly more than `share` of `of`: more than half of 12 is 7. */
export function leastMoreThan(share: Fraction, of: number): number {
  const product = multiplyFractions(share, fraction(of));
  return Number(floor(product)) + 1;
}

/** The least whole number that is at least `share` of `of`: a third of 4 is 2. */
export function leastAtLeast(share: Fraction, of: number): number {
  const product = multiplyFractions(share, fraction(of));
  return -Number(floor({ numerator: -product.numerator, denominator: product.denominator }));
}

/** "A third, at least one": the least whole number that is at least `share` of `of`, and not below `minimum`. */
export const leastWithMinimum = (share: Fraction, of: number, minimum: number): number =>
  Math.max(minimum, leastAtLeast(share, of));

function floor({ numerator, denominator }: Fraction): bigint {
  const quotient = numerator / denominator;
  return numerator < 0n && quotient * denominator !== numerator ? quotient - 1n : quotient;
}

function greatestCommonDivisor(left: bigint, right: bigint): bigint {
  let [a, b] = [left < 0n ? -left : left, right < 0n ? -right : right];
  while (b !== 0n) [a, b] = [b, a % b];
  return a;
}
