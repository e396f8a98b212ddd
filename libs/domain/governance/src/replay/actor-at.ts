import { seatId, type Json, type JsonObject, type MemberId } from '@tavolo/kernel';
import { type Actor, type Composition } from '../seat.js';

/** A member with the seat in which she sits and her roles, as the server knows her. */
export function actorAt(member: MemberId, { seats, roles }: Composition): Actor {
  const seat = seats.find(({ holder, deputy }) => holder === member || deputy === member);
  const own = roles.filter((one) => one.member === member).map(({ role }) => role);
  return { member, seat: seat ? seatId(seat.id) : null, roles: own.sort() };
}

/** Roles add no order. */
export const sortedRoles = ({ roles }: JsonObject): JsonObject =>
  Array.isArray(roles) ? { roles: [...(roles as readonly Json[])].sort() } : {};
