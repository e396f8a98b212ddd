import { type SeatView } from '@tavolo/contracts';
import { sectors, type Sector } from '@tavolo/governance';

export interface SectorSeats {
  readonly sector: Sector;
  /** In the order of their numbers. */
  readonly seats: readonly SeatView[];
  readonly votes: number;
}

/** Seats by sector, in the order in which sectors are always named; sectors without seats are left out. */
export const bySector = (all: readonly SeatView[]): readonly SectorSeats[] =>
  sectors
    .map((sector) => {
      const seats = all.filter((seat) => seat.sector === sector).sort((a, b) => a.number - b.number);
      return { sector, seats, votes: seats.filter(({ right }) => right === 'vote').length };
    })
    .filter(({ seats }) => seats.length > 0);
