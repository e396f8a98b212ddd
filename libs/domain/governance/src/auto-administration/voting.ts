import { type Instant } from '@tavolo/kernel';
import { type AutoAdministrationProcedure, type Submission } from '../auto-administration-procedure.js';
import { type Ballot, type BallotResult } from '../ballot.js';
import { closedByHand, closingRefused, endBallot, timeIsOver } from '../ballots/end-ballot.js';
import { announcementRefused, noQuorumAtOpening } from '../ballots/new-ballot.js';
import { runningBallot } from '../ballots/running-ballot.js';
import { secondCallTooEarly } from '../ballots/second-call.js';
import { latestVersion } from '../frozen-versions.js';
import { endOf } from '../mandate/standing.js';
import { acceptedChange, accepted, inOrder, refused, type Rule } from '../mode-procedure.js';
import { refusal } from '../refuse.js';
import { holdersBallot } from './holders.js';
import { mandateNotActive } from './mandate-over.js';
import { returnToInstitution } from './returning.js';
import { checkScope } from './scope-check.js';
import { enter, type DecisionChange } from './stages.js';
import { standStill } from './standstill.js';

/** The terms under which the present version was handed in. */
export const latestSubmission = ({ submissions }: AutoAdministrationProcedure): Submission | null =>
  submissions.at(-1) ?? null;

/**
 * The facilitator or the secretary opens the vote of the holders. The mandate is told as it stands now: it must be active, and the amount
 * must still fit in what is left, since from now on the ballot holds it. A ballot does not outlast its mandate.
 */
export const openHoldersBallot: Rule<AutoAdministrationProcedure, 'vote.opened'> = {
  guard: (procedure, _actor, _table, now) => mandateNotActive(procedure, now) ?? secondCallTooEarly(procedure, now),
  apply: (before, act, now) => {
    const procedure = act.mandate ? { ...before, mandate: act.mandate } : before;
    const text = latestVersion(procedure);
    const submission = latestSubmission(procedure);
    if (!text || !submission) return refused(refusal('text_required', '2.1 Frozen text'));
    const { mandate } = procedure;
    const until = endOf(mandate);
    const unannounced = mandateNotActive(procedure, now) ?? announcementRefused(procedure, act, now);
    if (unannounced) return refused(unannounced);
    if (act.closesAt !== null && act.closesAt >= until) {
      return refused(refusal('closing_time_out_of_range', 'mandate.expiresOn', { until }));
    }
    const { reason, explanation } = checkScope(submission.terms, mandate, text.version, now);
    if (reason !== null) {
      const { amount } = submission.terms;
      const params = { mandate: mandate.key, amount, left: mandate.left };
      return refused(refusal('over_budget', 'mandate.budget', params, explanation));
    }
    const ballot = holdersBallot(procedure, { text, terms: submission.terms }, act.table, act, now);
    const why = noQuorumAtOpening(ballot);
    if (why) return refused(why);
    return accepted({ ...enter(procedure, 'voting', now, act.closesAt), ballots: [...procedure.ballots, ballot] });
  },
};

/** Someone who guides or records closes the ballot; before an announced time that takes a second person. */
export const closeHoldersBallot: Rule<AutoAdministrationProcedure, 'vote.closed'> = {
  guard: closingRefused,
  apply: (procedure, act, now) => {
    const closed = closedByHand(procedure, act);
    return closed.ok ? acceptedChange(conclude(procedure, closed.ballot, now)) : closed;
  },
};

/** The announced time has come. */
export function holdersBallotExpires(procedure: AutoAdministrationProcedure, at: Instant): DecisionChange {
  const ballot = runningBallot(procedure);
  if (!ballot) return { procedure, consequences: [] };
  return inOrder(
    procedure,
    (current) => ({ procedure: current, consequences: [timeIsOver(ballot, at)] }),
    (current) => conclude(current, ballot, at),
  );
}

function conclude(procedure: AutoAdministrationProcedure, running: Ballot, at: Instant): DecisionChange {
  const { ballot, result, ...ended } = endBallot(procedure, running, at);
  return inOrder(
    procedure,
    () => ended,
    (current) => follow(current, ballot, result, at),
  );
}

/** Adopted, it stands still; without quorum it is deliberated until the next call; rejected, it goes to the institution. */
function follow(
  procedure: AutoAdministrationProcedure,
  ballot: Ballot,
  { verdict, explanation }: BallotResult,
  at: Instant,
): DecisionChange {
  if (verdict === 'no_quorum') return { procedure: enter(procedure, 'deliberating', at), consequences: [] };
  if (verdict === 'rejected') return returnToInstitution(procedure, 'rejected', explanation, at);
  const amount = latestSubmission(procedure)?.terms.amount ?? 0;
  return standStill(procedure, { version: ballot.version, ballot: ballot.key, amount, at, explanation });
}
