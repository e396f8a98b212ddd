import { compositionOf, type TableView } from '@tavolo/contracts';
import { type Actor, type RulesOfTable } from '@tavolo/governance';
import { memberId, seatId } from '@tavolo/kernel';

/** The reader as one who acts; `null` for whoever is not at the table. */
export const actorOf = ({ me: { member, seat, roles } }: Pick<TableView, 'me'>): Actor | null =>
  member === null ? null : { member: memberId(member), seat: seat === null ? null : seatId(seat), roles };

/** The rules of a table as the acts on them know it; the names of its versions count only where one is given. */
export const rulesOf = ({ seatsView: seats, rolesView: roles, rulebook: present }: TableView): RulesOfTable => ({
  composition: compositionOf({ seats, roles }),
  present,
  had: [],
});
