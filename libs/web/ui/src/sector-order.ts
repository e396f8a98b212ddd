import { sectors, type Sector } from '@tavolo/governance';

const rank = new Map<string, number>(sectors.map((sector, index) => [sector, index]));
const rankOf = (sector: string): number => rank.get(sector) ?? sectors.length;

/** Compares by sector for `sort`, in the one order of the interface: public bodies, third sector, citizens, market, then anything else. */
export const compareSectors = (one: string, other: string): number => rankOf(one) - rankOf(other);

/** What is kept by sector, as pairs in the order of the interface; sectors without a value are left out. */
export const entriesBySector = <Value>(
  values: Readonly<Partial<Record<Sector, Value>>>,
): readonly (readonly [Sector, Value])[] =>
  sectors.flatMap((sector) => {
    const value = values[sector];
    return value === undefined ? [] : [[sector, value] as const];
  });
