import { type Instant } from '@tavolo/kernel';
import { type Ballot, type BallotResult } from '../ballot.js';
import { acceptedChange, refused, type Rule } from '../mode-procedure.js';
import { type PlanningProcedure } from '../planning-procedure.js';
import { reasonMissing, refusal } from '../refuse.js';
import { type Actor } from '../seat.js';
import { tallyBallot } from '../tally-ballot.js';
import { adopt } from './adoption.js';
import { closingNeeds, secondPersonMissing, withoutRequest } from './early-closing.js';
import { openMediation } from './mediation.js';
import { enter, inOrder, runningBallot, withBallot, type PlanningChange } from './stages.js';
import { writable } from './text.js';

/**
 * Someone who guides or records closes the ballot. Before an announced time that takes a second person, who takes the recorded reason
 * along; without one, a written reason while a seat has not voted (`closingNeeds`). A suspended ballot ends without quorum.
 */
export const closeBallot: Rule<PlanningProcedure, 'vote.closed'> = {
  guard: (procedure, actor) => {
    const ballot = runningBallot(procedure);
    return ballot ? secondPersonMissing(ballot, actor) : refusal('ballot_closed', '2.1 Ballots');
  },
  apply: (procedure, { by, ballot: key, reason }, now) => {
    const ballot = runningBallot(procedure);
    if (ballot?.key !== key) return refused(refusal('ballot_closed', '2.1 Ballots', { ballot: key }));
    const why = closingNeeds(ballot) === 'reason' ? reasonMissing(reason, '2.1 Written reasons') : null;
    return why ? refused(why) : acceptedChange(conclude(procedure, closedByHand(ballot, by, reason), now));
  },
};

/** The ballot with who closed it early, and why; unchanged where closing was nobody's choice. */
function closedByHand(ballot: Ballot, { member }: Actor, reason: string | null): Ballot {
  const { earlyClosing } = ballot;
  const needs = closingNeeds(ballot);
  if (needs === 'two_persons' && earlyClosing) {
    return { ...ballot, closedEarly: { by: member, reason: earlyClosing.reason, requestedBy: earlyClosing.by } };
  }
  return needs === 'reason' && reason !== null
    ? { ...ballot, closedEarly: { by: member, reason, requestedBy: null } }
    : ballot;
}

/** The announced time has come. */
export const ballotExpires = (procedure: PlanningProcedure, ballot: Ballot, at: Instant): PlanningChange =>
  inOrder(
    procedure,
    (current) => ({ procedure: current, consequences: [{ name: 'vote.closed', at, data: { vote: ballot.key } }] }),
    (current) => conclude(current, ballot, at),
  );

/** The result, and what it means for the proposal. */
function conclude(procedure: PlanningProcedure, ballot: Ballot, at: Instant): PlanningChange {
  const result = tallyBallot(ballot);
  const closed: Ballot = { ...withoutRequest(ballot), state: 'closed', closedAt: at, result };
  const ended = { ...withBallot(procedure, closed), deadline: null };
  return inOrder(
    ended,
    (current) => ({
      procedure: current,
      consequences: [{ name: 'vote.result', at, data: resultData(closed, result), explanation: result.explanation }],
    }),
    (current) => follow(current, closed, result, at),
  );
}

const resultData = (
  { key, version, call }: Ballot,
  { verdict, reason, total, recused, base }: BallotResult,
): Record<string, string | number | null | Record<string, number>> => ({
  vote: key,
  version,
  call,
  verdict,
  reason,
  counts: { yes: total.yes, no: total.no, abstain: total.abstain },
  blank: 0,
  invalid: 0,
  ballots: total.tookPart,
  eligible: total.eligible,
  recused,
  base,
});

function follow(procedure: PlanningProcedure, ballot: Ballot, result: BallotResult, at: Instant): PlanningChange {
  const { verdict, explanation } = result;
  if (verdict === 'no_quorum') return { procedure, consequences: [] };
  if (verdict === 'adopted') {
    return adopt(procedure, { by: 'ballot', version: ballot.version, ballot: ballot.key, at, explanation });
  }
  return reject(procedure, ballot, result, at);
}

/** Referred back as often as the rulebook allows, then mediation, then a last ballot, then closed without agreement (domain.md 2.2). */
function reject(procedure: PlanningProcedure, ballot: Ballot, { reason }: BallotResult, at: Instant): PlanningChange {
  const data = { vote: ballot.key, version: ballot.version, reason };
  if (procedure.lastBallot) {
    return { procedure: enter(procedure, 'not_agreed', at), consequences: [{ name: 'proposal.not_agreed', at, data }] };
  }
  const of = procedure.rulebook.maxReferBack;
  if (procedure.referredBack >= of) return openMediation(procedure, at, data);
  const n = procedure.referredBack + 1;
  return {
    procedure: writable({ ...enter(procedure, 'referred_back', at), referredBack: n, confirmations: [], ratified: [] }),
    consequences: [{ name: 'proposal.referred_back', at, data: { ...data, n, of } }],
  };
}
