import { type Instant } from '@tavolo/kernel';
import { bestQuorum } from '../ballots/new-ballot.js';
import { runningBallot } from '../ballots/running-ballot.js';
import { nextCall } from '../ballots/second-call.js';
import { type Explanation } from '../explanation.js';
import { accepted, refused, type Rule } from '../mode-procedure.js';
import { type PlanningProcedure } from '../planning-procedure.js';
import { type Outcome } from '../procedure.js';
import { reasonMissing, refusal } from '../refuse.js';
import { type Composition } from '../seat.js';
import { electorateOf } from '../seats-of.js';
import { enter } from './stages.js';

/** The review of the agreement begins. */
export const openReview: Rule<PlanningProcedure, 'review.opened'> = {
  apply: (procedure, _act, now) => accepted(enter(procedure, 'under_review', now)),
};

/**
 * Why the last ballot can never be held, however many come: a party has no eligible seat, and the rulebook lets that block. `null` when it
 * can be held, or is not the last one.
 */
export function lastBallotBlocked(procedure: PlanningProcedure, table: Composition): Explanation | null {
  const { stage, lastBallot, rulebook, recusals } = procedure;
  if ((stage !== 'settled' && stage !== 'voting') || !lastBallot || runningBallot(procedure)) return null;
  const { quorum, parties } = rulebook;
  const { electorate } = electorateOf(table, recusals);
  const best = bestQuorum({ quorum, call: nextCall(procedure), parties, electorate });
  return best.held ? null : best.explanation;
}

/**
 * The review is over and the proposal closed. Where the last ballot can never be held, whoever guides or records closes it without
 * agreement, with a written reason: otherwise it would stay open for ever (domain.md 2.2, If it fails).
 */
export const closeProposal: Rule<PlanningProcedure, 'proposal.closed'> = {
  guard: (procedure, _actor, table) =>
    procedure.stage === 'under_review' || lastBallotBlocked(procedure, table)
      ? null
      : refusal('wrong_stage', '2.2 If it fails', { stage: procedure.stage, act: 'proposal.closed' }),
  apply: (procedure, { table, reason }, now) => {
    const closing = { reason, at: now };
    const blocked = lastBallotBlocked(procedure, table);
    if (!blocked) return accepted({ ...enter(procedure, 'closed', now), closing });
    return closeBlocked({ ...procedure, closing }, blocked, now);
  },
};

function closeBlocked(procedure: PlanningProcedure, explanation: Explanation, at: Instant): Outcome<PlanningProcedure> {
  const why = reasonMissing(procedure.closing?.reason ?? null, '2.1 Written reasons');
  if (why) return refused(why);
  const data = { reason: 'no_quorum' };
  return accepted(enter(procedure, 'not_agreed', at), [{ name: 'proposal.not_agreed', at, data, explanation }]);
}
