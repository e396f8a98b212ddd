import { type Composition, type Seat } from '@tavolo/governance';
import { memberId, organisationId, seatId } from '@tavolo/kernel';
import { type ProposalView } from './proposals.js';

/** The table as the procedures know it, from the seats and roles that were read for a view: they need not be read again. */
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
