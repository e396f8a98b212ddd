import { memberId, seatId, type Json, type JsonObject, type MemberId } from '@tavolo/kernel';
import { type Actor, type Composition } from '../seat.js';
import { type ProcedureEntry } from './entries.js';

/** Who acted, as the table stood: the entry's actor, the sitter of the seat that voted, or who is named where the entry has no actor. */
export function actorOf({ act, actor }: ProcedureEntry, input: JsonObject, table: Composition): Actor | null {
  const member = act === 'vote.cast' ? sitterOf(actor, input.as, table) : (input.by ?? actor);
  if (typeof member !== 'string') return null;
  return actorAt(memberId(member), table);
}

function sitterOf(seat: string | null, as: Json | undefined, { seats }: Composition): MemberId | null {
  const found = seats.find(({ id }) => id === seat);
  return found?.[as === 'deputy' ? 'deputy' : 'holder'] ?? null;
}

/** A member with the seat in which she sits and her roles, as the server knows her. */
export function actorAt(member: MemberId, { seats, roles }: Composition): Actor {
  const seat = seats.find(({ holder, deputy }) => holder === member || deputy === member);
  const own = roles.filter((one) => one.member === member).map(({ role }) => role);
  return { member, seat: seat ? seatId(seat.id) : null, roles: own.sort() };
}

/** Roles add no order. */
export const sortedRoles = ({ roles }: JsonObject): JsonObject =>
  Array.isArray(roles) ? { roles: [...(roles as readonly Json[])].sort() } : {};
