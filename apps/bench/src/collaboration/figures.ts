/** One figure a line, as JSON: what was measured, its value and unit, and the budget that it has to hold. */
export function printFigure(name: string, value: number, unit: string, budget?: number): void {
  const rounded = Math.round(value * 1000) / 1000;
  const verdict = budget === undefined ? {} : { budget, held: value <= budget };
  console.log(JSON.stringify({ benchmark: 'collaboration', name, value: rounded, unit, ...verdict }));
}

/** The value below which this share of the sorted values lies. */
export function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

export function median(values: readonly number[]): number {
  return quantile(
    [...values].sort((a, b) => a - b),
    0.5,
  );
}
