import { type Instant } from '@tavolo/kernel';
import { type Ballot, type BallotResult } from '../ballot.js';
import { closedByHand, closingRefused, endBallot, timeIsOver } from '../ballots/end-ballot.js';
import { acceptedChange, inOrder, type Rule } from '../mode-procedure.js';
import { type PlanningProcedure } from '../planning-procedure.js';
import { adopt } from './adoption.js';
import { openMediation } from './mediation.js';
import { enter, type PlanningChange } from './stages.js';
import { writable } from './text.js';

/**
 * Someone who guides or records closes the ballot. Before an announced time that takes a second person, who takes the recorded reason
 * along; without one, a written reason while a seat has not voted (`closingNeeds`). A suspended ballot ends without quorum.
 */
export const closeBallot: Rule<PlanningProcedure, 'vote.closed'> = {
  guard: closingRefused,
  apply: (procedure, act, now) => {
    const closed = closedByHand(procedure, act);
    return closed.ok ? acceptedChange(conclude(procedure, closed.ballot, now)) : closed;
  },
};

/** The announced time has come. */
export const ballotExpires = (procedure: PlanningProcedure, ballot: Ballot, at: Instant): PlanningChange =>
  inOrder(
    procedure,
    (current) => ({ procedure: current, consequences: [timeIsOver(ballot, at)] }),
    (current) => conclude(current, ballot, at),
  );

/** The result, and what it means for the proposal. */
function conclude(procedure: PlanningProcedure, running: Ballot, at: Instant): PlanningChange {
  const { ballot, result, ...ended } = endBallot(procedure, running, at);
  return inOrder(
    procedure,
    () => ended,
    (current) => follow(current, ballot, result, at),
  );
}

function follow(procedure: PlanningProcedure, ballot: Ballot, result: BallotResult, at: Instant): PlanningChange {
  const { verdict, explanation } = result;
  if (verdict === 'no_quorum') return withoutQuorum(procedure, ballot, result, at);
  if (verdict === 'adopted') {
    return adopt(procedure, { by: 'ballot', version: ballot.version, ballot: ballot.key, at, explanation });
  }
  return reject(procedure, ballot, result, at);
}

/**
 * Another call follows a ballot without quorum. The last ballot has as many calls as domain.md names: after a first one without quorum a
 * second one, with the lower quorum (2.1, Quorum), and no third. When the last of them has none either, the last ballot has been held and has
 * adopted nothing, and the proposal is closed without agreement (2.2, If it fails); else a party that stays away would keep it open for ever.
 */
function withoutQuorum(
  procedure: PlanningProcedure,
  { key, call, version }: Ballot,
  { explanation }: BallotResult,
  at: Instant,
): PlanningChange {
  const { lastBallot, rulebook } = procedure;
  if (!lastBallot || (call === 1 && rulebook.quorum.secondCall)) return { procedure, consequences: [] };
  const data = { vote: key, version, reason: 'no_quorum' };
  return {
    procedure: enter(procedure, 'not_agreed', at),
    consequences: [{ name: 'proposal.not_agreed', at, data, explanation }],
  };
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
