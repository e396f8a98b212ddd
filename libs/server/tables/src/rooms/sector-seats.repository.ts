import { type Sector } from '@tavolo/governance';
import { In, IsNull, type EntityManager } from 'typeorm';
import { SeatRecord } from '../records/seat.record.js';
import { SeatingRecord } from '../records/seating.record.js';

/** The seats of one sector of a table in their order, and who sits on them now: holders before deputies. */
export async function seatsOfSector(
  manager: EntityManager,
  table: string,
  sector: Sector,
): Promise<{ readonly seats: readonly SeatRecord[]; readonly sittings: readonly SeatingRecord[] }> {
  const seats = await manager.find(SeatRecord, { where: { table, sector }, order: { number: 'asc' } });
  const sittings = await manager.find(SeatingRecord, {
    where: { seat: In(seats.map(({ id }) => id)), to: IsNull() },
    order: { as: 'desc', seat: 'asc' },
  });
  return { seats, sittings };
}
