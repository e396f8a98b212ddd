import { type MeAtTable, type ProposalView } from '@tavolo/contracts';
import { type Actor, type Composition, type Seat } from '@tavolo/governance';
import { memberId, organisationId, seatId } from '@tavolo/kernel';

/** The table as the domain knows it. */
export function compositionOf({ seats, roles }: Pick<ProposalView, 'seats' | 'roles'>): Composition {
  return {
    seats: seats.map(
      ({ id, sector, organisation, level, right, assesses, decidingAuthority, holder, deputy }): Seat => ({
        id: seatId(id),
        sector,
        organisation: organisation ? organisationId(organisation.id) : null,
        level,
        right,
        assesses,
        decidingAuthority,
        holder: holder ? memberId(holder.member) : null,
        deputy: deputy ? memberId(deputy.member) : null,
      }),
    ),
    roles: roles.map(({ role, holder }) => ({ role, member: memberId(holder.member) })),
  };
}

/** The reader as someone who may act; `null` for visitors and for people who are not at the table. */
export function actorOf({ member, seat, roles }: MeAtTable): Actor | null {
  return member === null ? null : { member: memberId(member), seat: seat === null ? null : seatId(seat), roles };
}
