import { addFractions, fraction, type Fraction, type SeatId } from '@tavolo/kernel';
import { type Share } from '../rulebook.js';
import { type Sector } from '../seat.js';
import { neededFor } from '../share.js';
import { coalitionsOf, filtered, joined, lighterThan, nobody, type Coalitions } from './coalitions.js';

/** A seat and what its vote weighs: a whole number of at least one. */
export interface WeightedSeat {
  readonly seat: SeatId;
  readonly sector: Sector;
  readonly weight: number;
}

/**
 * A rule as a simple game: all seats vote yes or no, nobody abstains, and the quorum is there. A coalition of yes wins when its weight
 * reaches the threshold, outweighs the others, and does so in each sector of `concurrence` that has seats.
 */
export interface VotingGame {
  readonly seats: readonly WeightedSeat[];
  readonly threshold: Share;
  readonly concurrence: readonly Sector[];
}

/** Exact; both add up to one over all seats, or are zero where no coalition can win. */
export interface Power {
  /** Share of the swings: how often a seat turns defeat into adoption, of all such turns (Banzhaf 1965). */
  readonly banzhaf: Fraction;
  /** Chance to be the seat that decides when seats say yes one after the other in random order (Shapley and Shubik 1954). */
  readonly shapleyShubik: Fraction;
}

export interface PowerOfRule {
  readonly seats: readonly (WeightedSeat & Power)[];
  /** The sum of a sector's seats. */
  readonly sectors: readonly (Power & { readonly sector: Sector; readonly seats: number; readonly weight: number })[];
  /** Sectors without whose yes nothing is adopted, whatever the others say. */
  readonly blocking: readonly Sector[];
}

/** Swings of a seat by the size of the coalition that it joins. */
type Swings = readonly bigint[];

/**
 * Banzhaf and Shapley–Shubik indices of every seat and sector, and who can block alone. Exact, by counting coalitions by weight and size;
 * the time grows with the number of seats and the sum of weights, not with the number of coalitions.
 */
export function powerOf(game: VotingGame): PowerOfRule {
  const { seats } = game;
  const swings = swingsOfSeats(game);
  const all = swings.flat().reduce((sum, count) => sum + count, 0n);
  const orders = ordersBySize(seats.length);
  const powers = seats.map((seat, index) => {
    const own = swings[index] ?? [];
    const deciding = own.reduce((sum, count, size) => sum + count * (orders[size] ?? 0n), 0n);
    const total = own.reduce((sum, count) => sum + count, 0n);
    return {
      ...seat,
      banzhaf: all === 0n ? fraction(0) : fraction(total, all),
      shapleyShubik: fraction(deciding, factorial(seats.length)),
    };
  });
  const sectors = sectorsOf(seats);
  return {
    seats: powers,
    sectors: sectors.map((sector) => {
      const own = powers.filter((one) => one.sector === sector);
      return {
        sector,
        seats: own.length,
        weight: weightOf(own),
        banzhaf: own.map(({ banzhaf }) => banzhaf).reduce(addFractions, fraction(0)),
        shapleyShubik: own.map(({ shapleyShubik }) => shapleyShubik).reduce(addFractions, fraction(0)),
      };
    }),
    blocking: sectors.filter((sector) => !wins(game, (one) => one.sector !== sector)),
  };
}

/** Whether the coalition of the seats that say yes carries the text. */
export function wins(game: VotingGame, yes: (seat: WeightedSeat) => boolean): boolean {
  const outweighs = (seats: readonly WeightedSeat[]): boolean => 2 * weightOf(seats.filter(yes)) > weightOf(seats);
  const concur = game.concurrence.every((sector) => {
    const own = game.seats.filter((one) => one.sector === sector);
    return own.length === 0 || outweighs(own);
  });
  return concur && weightOf(game.seats.filter(yes)) >= quotaOf(game);
}

/** The least weight of yes that reaches the threshold and outweighs the rest: a tie rejects. */
function quotaOf({ seats, threshold }: VotingGame): number {
  const total = weightOf(seats);
  return Math.max(neededFor(threshold, total), Math.floor(total / 2) + 1);
}

function swingsOfSeats(game: VotingGame): readonly Swings[] {
  const lighter = new Map(sectorsOf(game.seats).map((sector) => [sector, lighterThan(othersOf(game, sector))]));
  const known = new Map<string, Swings>();
  return game.seats.map((seat) => {
    const alike = `${seat.sector} ${seat.weight}`;
    const found = known.get(alike) ?? swingsOf(game, seat, lighter.get(seat.sector) ?? []);
    known.set(alike, found);
    return found;
  });
}

/** Coalitions of the other sectors that satisfy their own conditions. */
const othersOf = (game: VotingGame, sector: Sector): Coalitions =>
  sectorsOf(game.seats)
    .filter((other) => other !== sector)
    .map((other) => {
      const weights = weightsIn(game, other);
      return filtered(coalitionsOf(weights), concursAt(game, other, sum(weights)));
    })
    .reduce(joined, nobody);

/** Whether a sector concurs when its yes weighs so much of `total`. */
const concursAt =
  ({ concurrence }: VotingGame, sector: Sector, total: number) =>
  (weight: number): boolean =>
    !concurrence.includes(sector) || 2 * weight > total;

/** `lighter`: how many coalitions of the other sectors weigh less than each weight, by size. */
function swingsOf(game: VotingGame, { sector, weight }: WeightedSeat, lighter: Coalitions): Swings {
  const quota = quotaOf(game);
  const weights = weightsIn(game, sector);
  const concurs = concursAt(game, sector, sum(weights));
  const colleagues = coalitionsOf(weights.toSpliced(weights.indexOf(weight), 1));
  const swings = Array.from({ length: game.seats.length }, () => 0n);
  colleagues.forEach((row, size) => {
    row.forEach((count, own) => {
      if (count === 0n || !concurs(own + weight)) return;
      // With the seat the text passes when the others weigh at least `from`; without it, it fails when they weigh less than `until`.
      const from = Math.max(0, quota - own - weight);
      const until = concurs(own) ? Math.max(0, quota - own) : Number.POSITIVE_INFINITY;
      lighter.forEach((below, more) => {
        const turned = at(below, until) - at(below, from);
        if (turned > 0n) swings[size + more] = (swings[size + more] ?? 0n) + count * turned;
      });
    });
  });
  return swings;
}

const at = (sums: readonly bigint[], weight: number): bigint => sums[Math.min(weight, sums.length - 1)] ?? 0n;

/** In how many orders of `n` seats the one after exactly `size` others stands where it stands: size! (n − 1 − size)!. */
const ordersBySize = (n: number): readonly bigint[] =>
  Array.from({ length: n }, (_, size) => factorial(size) * factorial(n - 1 - size));

const factorial = (n: number): bigint => (n <= 1 ? 1n : BigInt(n) * factorial(n - 1));

const sum = (weights: readonly number[]): number => weights.reduce((total, weight) => total + weight, 0);

const weightOf = (seats: readonly WeightedSeat[]): number => sum(seats.map(({ weight }) => weight));

const weightsIn = ({ seats }: VotingGame, sector: Sector): readonly number[] =>
  seats.filter((seat) => seat.sector === sector).map(({ weight }) => weight);

const sectorsOf = (seats: readonly WeightedSeat[]): readonly Sector[] => [
  ...new Set(seats.map(({ sector }) => sector)),
];
