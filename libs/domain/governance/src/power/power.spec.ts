import { addFractions, fraction, fractionText, seatId, type Fraction } from '@tavolo/kernel';
import fc from 'fast-check';
import { sectors, type Sector } from '../seat.js';
import { powerOf, wins, type VotingGame, type WeightedSeat } from './power.js';

const seatsOf = (sector: Sector, weights: readonly number[]): WeightedSeat[] =>
  weights.map((weight, index) => ({ seat: seatId(`${sector}-${index}`), sector, weight }));

const texts = (fractions: readonly Fraction[]) => fractions.map(fractionText);
const total = (fractions: readonly Fraction[]) => fractionText(fractions.reduce(addFractions, fraction(0)));

/** Six founding states of the European Economic Community, weights of 1958, quota 12 of 17. */
const council: VotingGame = {
  seats: seatsOf('public', [4, 4, 4, 2, 2, 1]),
  threshold: { fraction: '12/17', strict: false },
  concurrence: [],
};

describe('the power of a rule', () => {
  // A textbook case (S. J. Brams, Game Theory and Politics, 1975): Luxembourg of 1958 could never decide anything.
  it('is that published for the European Council of 1958', () => {
    const { seats } = powerOf(council);
    expect(texts(seats.map(({ banzhaf }) => banzhaf))).toEqual(['5/21', '5/21', '5/21', '1/7', '1/7', '0/1']);
    expect(texts(seats.map(({ shapleyShubik }) => shapleyShubik))).toEqual([
      '7/30',
      '7/30',
      '7/30',
      '3/20',
      '3/20',
      '0/1',
    ]);
  });

  it('gives each of three sectors that must concur a block of its own, however few its seats', () => {
    const game: VotingGame = {
      seats: [
        ...seatsOf('public', [1, 1, 1, 1]),
        ...seatsOf('third_sector', [1, 1, 1, 1, 1]),
        ...seatsOf('citizens', [1, 1, 1]),
      ],
      threshold: { fraction: '1/2', strict: true },
      concurrence: ['public', 'third_sector', 'citizens'],
    };
    expect(powerOf(game).blocking).toEqual(['public', 'third_sector', 'citizens']);
    expect(powerOf({ ...game, concurrence: [] }).blocking).toEqual([]);
    expect(powerOf({ ...game, concurrence: ['citizens'] }).blocking).toEqual(['citizens']);
  });

  it('leaves a sector without seats out of what must concur', () => {
    const game: VotingGame = {
      seats: seatsOf('public', [1, 1, 1]),
      threshold: { fraction: '1/2', strict: true },
      concurrence: ['public', 'market'],
    };
    expect(texts(powerOf(game).seats.map(({ banzhaf }) => banzhaf))).toEqual(['1/3', '1/3', '1/3']);
  });

  it('is nobody’s where nothing can be adopted', () => {
    const game: VotingGame = { ...council, threshold: { fraction: '1/1', strict: true } };
    expect(total(powerOf(game).seats.map(({ banzhaf }) => banzhaf))).toBe('0/1');
    expect(total(powerOf(game).seats.map(({ shapleyShubik }) => shapleyShubik))).toBe('0/1');
  });
});

const game: fc.Arbitrary<VotingGame> = fc.record({
  seats: fc
    .array(fc.record({ sector: fc.constantFrom(...sectors), weight: fc.integer({ min: 1, max: 4 }) }), {
      minLength: 1,
      maxLength: 8,
    })
    .map((seats) => seats.map((seat, index) => ({ ...seat, seat: seatId(`seat-${index}`) }))),
  threshold: fc.record({ fraction: fc.constantFrom('1/2', '2/3', '3/5', '1/3'), strict: fc.boolean() }),
  concurrence: fc.subarray([...sectors]),
});

/** Every coalition, listed. */
function byListing({ seats, ...rule }: VotingGame): { swings: number[]; decided: bigint[] } {
  const factorial = (n: number): bigint => (n <= 1 ? 1n : BigInt(n) * factorial(n - 1));
  const swings = seats.map(() => 0);
  const decided = seats.map(() => 0n);
  for (let set = 0; set < 2 ** seats.length; set += 1) {
    const inside = seats.map((_, index) => (set & (1 << index)) !== 0);
    const winsWith = (members: readonly boolean[]) =>
      wins({ seats, ...rule }, (seat) => members[seats.indexOf(seat)] === true);
    if (!winsWith(inside)) continue;
    const size = inside.filter(Boolean).length;
    seats.forEach((_, index) => {
      if (!inside[index] || winsWith(inside.with(index, false))) return;
      swings[index]! += 1;
      decided[index]! += factorial(size - 1) * factorial(seats.length - size);
    });
  }
  return { swings, decided };
}

describe('whatever the rule and the seats', () => {
  it('is what listing every coalition gives', () => {
    fc.assert(
      fc.property(game, (one) => {
        const { swings, decided } = byListing(one);
        const all = swings.reduce((sum, count) => sum + count, 0);
        const orders = decided.reduce((sum, count) => sum + count, 0n);
        const { seats } = powerOf(one);
        expect(texts(seats.map(({ banzhaf }) => banzhaf))).toEqual(
          swings.map((count) => fractionText(all === 0 ? fraction(0) : fraction(count, all))),
        );
        expect(texts(seats.map(({ shapleyShubik }) => shapleyShubik))).toEqual(
          decided.map((count) => fractionText(orders === 0n ? fraction(0) : fraction(count, orders))),
        );
      }),
    );
  });

  it('adds up to one over seats and over sectors as soon as something can be adopted', () => {
    fc.assert(
      fc.property(game, (one) => {
        const { seats, sectors: bySector } = powerOf(one);
        const expected = wins(one, () => true) ? '1/1' : '0/1';
        for (const powers of [seats, bySector]) {
          expect(total(powers.map(({ banzhaf }) => banzhaf))).toBe(expected);
          expect(total(powers.map(({ shapleyShubik }) => shapleyShubik))).toBe(expected);
        }
      }),
    );
  });
});
