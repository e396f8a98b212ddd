import { type SeatId } from '@tavolo/kernel';
import { type Elector } from './ballot.js';
import { type Recusal } from './planning-procedure.js';
import { isSeatOut } from './recused.js';
import { type Actor, type Composition, type Seat, type TableRole } from './seat.js';

/** The seat from which someone acts, as its holder or its deputy; `null` when she acts from none, or sits in none. */
export function seatOf({ seat: id, member }: Actor, { seats }: Composition): Seat | null {
  const seat = seats.find((one) => one.id === id);
  return seat && (seat.holder === member || seat.deputy === member) ? seat : null;
}

export const hasRole = ({ roles }: Actor, ...wanted: readonly TableRole[]): boolean =>
  wanted.some((role) => roles.includes(role));

const elector = ({ id, sector }: Seat): Elector => ({ seat: id, sector });

/** Filled voting seats, and which of them are recused: those of which everybody has left (domain.md 2.1, Bases). */
export function electorateOf(
  { seats }: Composition,
  recusals: readonly Pick<Recusal, 'seat' | 'member'>[],
): { readonly electorate: readonly Elector[]; readonly recused: readonly Elector[] } {
  const isRecused = (seat: Seat): boolean => isSeatOut(seat, recusals);
  const voting = seats.filter(({ right, holder }) => right === 'vote' && holder !== null);
  return {
    electorate: voting.filter((seat) => !isRecused(seat)).map(elector),
    recused: voting.filter(isRecused).map(elector),
  };
}

/** Filled seats that may give an assessment. */
export const assessingSeats = ({ seats }: Composition): readonly Elector[] =>
  seats.filter(({ assesses, holder }) => assesses && holder !== null).map(elector);

/** Whether the seat stands in a frozen list of electors. */
export const isElector = (seat: SeatId | null, electors: readonly Elector[]): boolean =>
  electors.some((one) => one.seat === seat);
