import { type MeAtTable } from '@tavolo/contracts';
import { type Actor } from '@tavolo/governance';
import { memberId, seatId } from '@tavolo/kernel';

/** The reader as someone who may act; `null` for visitors and for people who are not at the table. */
export function actorOf({ member, seat, roles }: MeAtTable): Actor | null {
  return member === null ? null : { member: memberId(member), seat: seat === null ? null : seatId(seat), roles };
}
