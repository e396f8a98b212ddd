import { type AutoRegulationProcedure } from '../auto-regulation-procedure.js';
import { refusal } from '../refuse.js';
import { type Refusal } from '../refusal.js';
import { type Actor, type Composition } from '../seat.js';
import { binding } from './stages.js';
import { signatoriesOnly, subjectOf } from './subjects.js';

/** Sponsors write the draft, the drafting group the charter, and signatories what may become its next version. */
export function charterWritingRefused(
  procedure: AutoRegulationProcedure,
  actor: Actor,
  table: Composition,
): Refusal | null {
  const { stage, sponsors, drafting, amendment } = procedure;
  if (stage === 'draft' || stage === 'invited') {
    return sponsors.includes(actor.member) ? null : refusal('not_your_role', '2.2 Amends', { needed: ['sponsor'] });
  }
  if (stage === 'drafting') {
    const subject = subjectOf(actor, table)?.id;
    const mine = drafting.some((one) => one.subject === subject);
    return mine ? null : refusal('not_your_role', '2.2 Amends', { needed: ['draftingGroup'] });
  }
  if (!binding.includes(stage) || amendment) return refusal('wrong_stage', '2.1 Frozen text', { stage });
  return signatoriesOnly(procedure, actor, table);
}
