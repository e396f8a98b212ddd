import { type AutoAdministrationProcedure } from '../auto-administration-procedure.js';
import { recusedRefusal } from '../ballots/leave-ballot.js';
import { refusal } from '../refuse.js';
import { type Refusal } from '../refusal.js';
import { seatOf } from '../seats-of.js';
import { type Actor, type Composition } from '../seat.js';

/** Whoever begins a draft and the holders write it together (domain.md 2.2, Amends); it is frozen once it was handed in. */
export function decisionWritingRefused(
  procedure: AutoAdministrationProcedure,
  actor: Actor,
  table: Composition,
): Refusal | null {
  const { stage, sponsors, mandate } = procedure;
  if (stage !== 'draft') return refusal('wrong_stage', '2.1 Frozen text', { stage });
  const seat = seatOf(actor, table);
  const holds = seat?.right === 'vote' && mandate.holders.includes(seat.sector);
  if (sponsors.includes(actor.member) || holds) return recusedRefusal(procedure, actor);
  return refusal('not_your_role', '2.2 Amends', { needed: ['sponsor', 'party'] });
}
