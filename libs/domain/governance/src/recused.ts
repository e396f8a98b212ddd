import { type MemberId, type SeatId } from '@tavolo/kernel';
import { type Recusal } from './planning-procedure.js';
import { type Actor, type Composition, type Seat } from './seat.js';

/** Who has left, as far as it tells who is out. */
type Left = Pick<Recusal, 'seat' | 'member'>;

/** Whether a member has left discussion and vote (domain.md 2.1, Conflict of interest). */
export const hasLeft = (recusals: readonly Left[], { member, seat }: Pick<Actor, 'member' | 'seat'>): boolean =>
  recusals.some((one) => (one.member === undefined ? one.seat === seat : one.member === member));

/** Whether everybody who sits there, holder and deputy, has left; a seat with nobody in it has not. */
export function isSeatOut({ id, holder, deputy }: Seat, recusals: readonly Left[]): boolean {
  const sitters = [holder, deputy].filter((one) => one !== null);
  return sitters.length > 0 && sitters.every((member) => hasLeft(recusals, { member, seat: id }));
}

/** Seats that are out once this member has left: of those in which she sits, the ones in which nobody is left. */
export const seatsOutWith = (
  { member, seat }: Pick<Actor, 'member' | 'seat'>,
  recusals: readonly Left[],
  { seats }: Composition,
): readonly SeatId[] =>
  seats
    .filter(({ holder, deputy }) => holder === member || deputy === member)
    .filter((one) => isSeatOut(one, [...recusals, { seat: seat ?? one.id, member }]))
    .map(({ id }) => id);

/** Whether the member gave for her seat what stands there; where it was kept without who gave it, whoever acts from that seat. */
export const isGivenBy = (
  { by }: { readonly by?: MemberId },
  of: string,
  { member, seat }: Pick<Actor, 'member' | 'seat'>,
): boolean => (by === undefined ? of === seat : by === member);
