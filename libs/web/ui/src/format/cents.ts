const shape = /^(?<whole>\d{1,9}|\d{1,3}(?:[.,' ]\d{3}){1,2})(?:[.,](?<cents>\d{1,2}))?$/u;

/**
 * Whole cents from an amount in euro as people write it, in either language: `8000`, `8.000,01`, `€8,000.01`. What follows the last
 * separator is cents where it has one or two digits, and belongs to the euro where it has three. `null` for anything else: nothing is rounded.
 */
export function centsIn(written: string): number | null {
  const text = written.replace(/[€\u00a0\u202f]/gu, ' ').trim();
  const found = shape.exec(text)?.groups;
  if (!found) return null;
  const whole = (found.whole ?? '').replace(/\D/gu, '');
  return Number(`${whole}${(found.cents ?? '').padEnd(2, '0')}`);
}
