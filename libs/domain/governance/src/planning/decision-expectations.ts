import { ballotOpeners, inBallot, seatIn, sectorsOf } from '../ballots/ballot-expectations.js';
import { runningBallot } from '../ballots/running-ballot.js';
import { secondCallFrom } from '../ballots/second-call.js';
import { expect, heldByOthers, type Who } from '../expect.js';
import { type Expectation } from '../expectation.js';
import { type Moment } from '../mode-procedure.js';
import { type ConsentRound, type PlanningProcedure } from '../planning-procedure.js';
import { hasRole } from '../seats-of.js';
import { type Composition } from '../seat.js';
import { lastBallotBlocked } from './afterwards.js';
import { openRound } from './consent.js';
import { runningRound } from './stages.js';

/** What is expected on a settled text: to open the decision, to take part in it, to close it, or to wait for those who do. */
export function expectationsInDecision(
  procedure: PlanningProcedure,
  actor: Who,
  table: Composition,
  at: Moment,
): readonly Expectation[] {
  const round = runningRound(procedure);
  if (round) return [inRound(procedure, round, actor)];
  const ballot = runningBallot(procedure);
  return ballot ? inBallot(procedure, ballot, actor, table) : [toOpen(procedure, actor, table, at)];
}

/** The next act on a settled text: a consent round where it is offered, or a ballot, on second call not before its day. */
function toOpen(procedure: PlanningProcedure, actor: Who, table: Composition, { now }: Moment): Expectation {
  const from = secondCallFrom(procedure);
  if (from !== null && now < from) return expect(procedure, 'await_second_call', null, { from });
  if (!actor || !hasRole(actor, ...ballotOpeners)) {
    return expect(procedure, 'await_decision', null, { whom: heldByOthers(table, ballotOpeners, actor) });
  }
  if (lastBallotBlocked(procedure, table)) return expect(procedure, 'close_without_agreement', 'proposal.closed');
  const consent = openRound.guard?.(procedure, actor, table, now) === null;
  if (!consent) return expect(procedure, 'open_decision', 'vote.opened');
  return hasRole(actor, 'facilitator')
    ? expect(procedure, 'open_decision', 'consent_round.opened')
    : expect(procedure, 'open_ballot', 'vote.opened');
}

function inRound(procedure: PlanningProcedure, round: ConsentRound, actor: Who): Expectation {
  const { n, electorate, stands } = round;
  const missing = electorate.filter(({ seat }) => !stands[seat]).map(({ seat }) => seat);
  const of = electorate.length;
  const mine = seatIn(procedure, actor, electorate);
  if (mine === null) {
    const params = { round: n, count: missing.length, of, whom: sectorsOf(electorate, missing) };
    return expect(procedure, 'await_stands', null, params);
  }
  const params = { round: n, given: of - missing.length, eligible: of };
  return stands[mine]
    ? expect(procedure, 'stand_given', 'consent.given', { ...params, stand: stands[mine].stand })
    : expect(procedure, 'take_stand', 'consent.given', params);
}
