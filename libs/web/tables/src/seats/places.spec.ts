import { sectors } from '@tavolo/governance';
import fc from 'fast-check';
import { seat } from '../testing/table-builder.js';
import { placesAround } from './places.js';

const seats = fc
  .array(fc.constantFrom(...sectors), { minLength: 1, maxLength: 40 })
  .map((all) => all.map((sector, index) => seat(index + 1, sector)));

describe('seats round the table', () => {
  it('gives every seat one place, and no two seats overlap', () => {
    fc.assert(
      fc.property(seats, (all) => {
        const { places, size } = placesAround(all);
        expect(new Set(places.map((place) => place.seat.id)).size).toBe(all.length);
        for (const [index, one] of places.entries())
          for (const other of places.slice(index + 1))
            expect(Math.hypot(one.x - other.x, one.y - other.y)).toBeGreaterThan(size * 0.9);
      }),
    );
  });

  it('keeps the seats of a sector side by side, by their numbers', () => {
    const { places } = placesAround([seat(1, 'citizens'), seat(3, 'public'), seat(2, 'public'), seat(4, 'citizens')]);
    expect(places.map((place) => place.seat.number)).toEqual([2, 3, 1, 4]);
  });

  it('stays within the drawing', () => {
    fc.assert(
      fc.property(seats, (all) => {
        for (const { x, y, labelX, labelY } of placesAround(all).places)
          expect(Math.max(...[x, y, labelX, labelY].map(Math.abs))).toBeLessThan(160);
      }),
    );
  });
});
