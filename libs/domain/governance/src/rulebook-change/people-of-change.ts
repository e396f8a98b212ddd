import { refusal } from '../refuse.js';
import { type Refusal } from '../refusal.js';
import { type RulebookChange, type RulesOfTable } from '../rulebook-change.js';
import { hasRole, seatOf } from '../seats-of.js';
import { type Actor, type Composition } from '../seat.js';
import { notYourRole } from '../transition.js';

/** Who drafts rules and hands them in: any seat (domain.md section 1, row 21), and whoever guides or records. */
const drafters = ['seat', 'coordinator', 'facilitator', 'secretary'] as const;
/** Who may be the second person. */
const seconds = ['votingSeat', 'decidingAuthority', 'coordinator', 'facilitator', 'secretary'] as const;

const nobody = { sponsors: [], parties: [] };

/** Why somebody may not draft rules at this table. */
export const draftingRefused = (actor: Actor, table: Composition, act: string): Refusal | null =>
  notYourRole({ act, who: drafters }, actor, table, nobody);

/** Why somebody may not go on with a draft: it is its author's, as long as she sits at the table or guides it. */
export const authorRefused = (change: RulebookChange, actor: Actor, table: Composition, act: string): Refusal | null =>
  draftingRefused(actor, table, act) ??
  notYourRole({ act, who: ['sponsor'] }, actor, table, { sponsors: [change.draftedBy], parties: [] });

/** Whether the institution has to be one of the two: where it decides, or has handed over to decide (domain.md 2.2, Decides finally). */
function asksInstitution({ present, composition }: RulesOfTable): boolean {
  const institutional = present.mode === 'consultation' || present.mode === 'auto_administration';
  return (
    institutional && composition.seats.some(({ decidingAuthority, holder }) => decidingAuthority && holder !== null)
  );
}

const sitsForInstitution = (seat: string | null, { seats }: Composition): boolean =>
  seats.some(({ id, decidingAuthority }) => id === seat && decidingAuthority);

/** Whether this change was handed in by the other person, from another seat: nobody confirms herself, nor through her deputy. */
function isSecond({ proposal }: RulebookChange, actor: Actor): boolean {
  return proposal !== null && proposal.by !== actor.member && (proposal.seat === null || proposal.seat !== actor.seat);
}

/** Why somebody may not be the second person (domain.md section 1, row 11). */
export const secondRefused = (change: RulebookChange, actor: Actor, table: Composition, act: string): Refusal | null =>
  notYourRole({ act, who: seconds }, actor, table, nobody) ??
  (isSecond(change, actor) ? null : refusal('second_person_required', '1 Two-person rule'));

/** Why these two persons may not put the rules in force: where an institution decides, one of them sits for it. */
export function institutionRefused(change: RulebookChange, actor: Actor, table: RulesOfTable): Refusal | null {
  const { composition } = table;
  const [first, second] = [change.proposal?.seat ?? null, seatOf(actor, composition)?.id ?? null];
  const either = sitsForInstitution(first, composition) || sitsForInstitution(second, composition);
  return asksInstitution(table) && !either ? refusal('institution_missing', '1 Two-person rule') : null;
}

/**
 * Why somebody may not refuse a change for which the table voted: only whoever guides or records, or sits for the institution, can, with a
 * written reason; a seat has said what it thinks by its vote.
 */
export function refusingRefused(change: RulebookChange, actor: Actor, table: RulesOfTable): Refusal | null {
  if (!isSecond(change, actor)) return refusal('second_person_required', '1 Two-person rule');
  const guides = hasRole(actor, 'coordinator', 'facilitator', 'secretary');
  if (guides || sitsForInstitution(seatOf(actor, table.composition)?.id ?? null, table.composition)) return null;
  const needed = ['coordinator', 'facilitator', 'secretary', 'decidingAuthority'];
  return refusal('not_your_role', '1 Two-person rule', { act: 'rulebook.refused', needed });
}
