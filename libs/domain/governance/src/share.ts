import { leastAtLeast, leastMoreThan, parseFraction } from '@tavolo/kernel';
import { type FractionText, type Share } from './rulebook.js';

/** The least count that satisfies the share of `of` seats or votes; at least one, since nobody decides nothing. */
export function neededFor({ fraction, strict }: Share, of: number): number {
  const share = parseFraction(fraction);
  return Math.max(1, strict ? leastMoreThan(share, of) : leastAtLeast(share, of));
}

/** The least count that is at least `fraction` of `of`, and not below `min`. */
export const neededAtLeast = (fraction: FractionText, of: number, min = 0): number =>
  Math.max(min, leastAtLeast(parseFraction(fraction), of));
