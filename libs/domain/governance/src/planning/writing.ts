import { recusedRefusal } from '../ballots/leave-ballot.js';
import { type PlanningProcedure } from '../planning-procedure.js';
import { refusal } from '../refuse.js';
import { type Refusal } from '../refusal.js';
import { seatOf } from '../seats-of.js';
import { type Actor, type Composition } from '../seat.js';

const rule = '2.2 Amends';

/** Sponsors and voting seats write together, on drafts as while a text is negotiated, unless it is frozen or they are recused. */
export function planningWritingRefused(procedure: PlanningProcedure, actor: Actor, table: Composition): Refusal | null {
  const { stage, sponsors, textFrozen } = procedure;
  const open = stage === 'draft' || stage === 'negotiating' || stage === 'mediation' || stage === 'referred_back';
  if (textFrozen || !open) return refusal('wrong_stage', '2.1 Frozen text', { stage });
  const sponsor = sponsors.includes(actor.member);
  const voting = seatOf(actor, table)?.right === 'vote';
  if (sponsor || voting) return recusedRefusal(procedure, actor);
  return refusal('not_your_role', rule, { needed: ['sponsor', 'votingSeat'] });
}
