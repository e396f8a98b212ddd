import { type SeatView } from '@tavolo/contracts';
import { sectors, type Sector } from '@tavolo/governance';

export interface SectorSeats {
  readonly sector: Sector;
  /** In the order of their numbers. */
  readonly seats: readonly SeatView[];
  readonly votes: number;
}

/** Seats by sector, in the order in which sectors are always named; sectors without seats are left out. */
export const bySector = (seats: readonly SeatView[]): readonly SectorSeats[] =>
  sectors
    .map((sector) => seats.filter((seat) => seat.sector === sector).sort((a, b) => a.number - b.number))
    .filter((group) => group.length > 0)
    .map((group) => ({
      sector: (group[0] as SeatView).sector,
      seats: group,
      votes: group.filter(({ right }) => right === 'vote').length,
    }));
