import { type Instant, type JsonObject } from '@tavolo/kernel';
import { type Ballot, type BallotResult } from '../ballot.js';
import { refused, type ActOf, type Change } from '../mode-procedure.js';
import { type Consequence } from '../procedure.js';
import { reasonMissing, refusal } from '../refuse.js';
import { type Refusal } from '../refusal.js';
import { type Actor } from '../seat.js';
import { tallyBallot } from '../tally-ballot.js';
import { closingNeeds, secondPersonMissing, withoutRequest } from './early-closing.js';
import { runningBallot, withBallot } from './running-ballot.js';
import { type VotingProcedure } from './voting-procedure.js';

/** Refuses closing by hand where no ballot runs, or a second person is missing. */
export const closingRefused = (procedure: VotingProcedure, actor: Actor): Refusal | null => {
  const ballot = runningBallot(procedure);
  return ballot ? secondPersonMissing(ballot, actor) : refusal('ballot_closed', '2.1 Ballots');
};

/** The running ballot with who closes it early and why, as somebody closes it by hand; or why that is refused. */
export function closedByHand(
  procedure: Pick<VotingProcedure, 'ballots'>,
  { by, ballot: key, reason }: Pick<ActOf<'vote.closed'>, 'by' | 'ballot' | 'reason'>,
): { readonly ok: true; readonly ballot: Ballot } | ReturnType<typeof refused> {
  const ballot = runningBallot(procedure);
  if (ballot?.key !== key) return refused(refusal('ballot_closed', '2.1 Ballots', { ballot: key }));
  const why = closingNeeds(ballot) === 'reason' ? reasonMissing(reason, '2.1 Written reasons') : null;
  return why ? refused(why) : { ok: true, ballot: withCloser(ballot, by, reason) };
}

/** The ballot with who closed it early, and why; unchanged where closing was nobody's choice. */
function withCloser(ballot: Ballot, { member }: Actor, reason: string | null): Ballot {
  const { earlyClosing } = ballot;
  const needs = closingNeeds(ballot);
  if (needs === 'two_persons' && earlyClosing) {
    return { ...ballot, closedEarly: { by: member, reason: earlyClosing.reason, requestedBy: earlyClosing.by } };
  }
  return needs === 'reason' && reason !== null
    ? { ...ballot, closedEarly: { by: member, reason, requestedBy: null } }
    : ballot;
}

/** What is recorded when the announced time closes a ballot. */
export const timeIsOver = ({ key }: Ballot, at: Instant): Consequence => ({
  name: 'vote.closed',
  at,
  data: { vote: key },
});

/** The procedure with the ballot closed and its result recorded; what the result means is the mode's. */
export function endBallot<P extends VotingProcedure>(
  procedure: P,
  ballot: Ballot,
  at: Instant,
): Change<P> & { readonly ballot: Ballot; readonly result: BallotResult } {
  const result = tallyBallot(ballot);
  const closed: Ballot = { ...withoutRequest(ballot), state: 'closed', closedAt: at, result };
  return {
    procedure: { ...withBallot(procedure, closed), deadline: null },
    consequences: [{ name: 'vote.result', at, data: resultData(closed, result), explanation: result.explanation }],
    ballot: closed,
    result,
  };
}

const resultData = (
  { key, version, call }: Ballot,
  { verdict, reason, total, recused, base }: BallotResult,
): JsonObject => ({
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

/** Voids the ballot: it ends without a result. */
export function voidBallot<P extends VotingProcedure>(
  procedure: P,
  ballot: Ballot,
  at: Instant,
  reason: string,
): Change<P> {
  return {
    procedure: withBallot(procedure, { ...withoutRequest(ballot), state: 'void', closedAt: at }),
    consequences: [{ name: 'vote.voided', at, data: { vote: ballot.key, version: ballot.version, reason } }],
  };
}
