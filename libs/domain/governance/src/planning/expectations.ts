import { type ProcedureActName } from '../acts.js';
import { type PlanningProcedure } from '../planning-procedure.js';
import { type Expectation, type ExpectationKey } from '../procedure.js';
import { hasRole, isElector, seatOf } from '../seats-of.js';
import { type Actor, type Composition } from '../seat.js';
import { outstanding } from '../tally-ballot.js';
import { secondCallFrom } from './open-ballot.js';
import { answerRefused } from './ratification.js';
import { isSettlementComplete } from './settlement.js';
import { runningBallot, runningRound } from './stages.js';

type Who = Actor | null;

const expect = (
  { deadline }: PlanningProcedure,
  key: ExpectationKey,
  act: ProcedureActName | null = null,
  params: Expectation['params'] = {},
): Expectation => ({ key, act, until: deadline, params });

const guides = (actor: Who): boolean => actor !== null && hasRole(actor, 'facilitator');
const records = (actor: Who): boolean => actor !== null && hasRole(actor, 'facilitator', 'secretary', 'coordinator');

/** What is expected of someone at this stage, most urgent first; empty when nothing is. */
export function planningExpectations(
  procedure: PlanningProcedure,
  actor: Who,
  table: Composition,
): readonly Expectation[] {
  const of = (key: ExpectationKey, act: ProcedureActName | null = null): readonly Expectation[] => [
    expect(procedure, key, act),
  ];
  switch (procedure.stage) {
    case 'draft':
      return actor && procedure.sponsors.includes(actor.member) ? of('write_and_submit', 'proposal.submitted') : [];
    case 'submitted':
      return actor && hasRole(actor, 'facilitator', 'coordinator') ? of('open_negotiation', 'negotiation.opened') : [];
    case 'negotiating':
      return whileNegotiating(procedure, actor, table);
    case 'settled':
      return guides(actor) ? of('open_decision', firstDecision(procedure)) : [];
    case 'ratifying':
      return actor && !answerRefused(procedure, actor, table) ? of('ratify', 'ratification.given') : [];
    case 'voting':
      return [...inRound(procedure, actor), ...inBallot(procedure, actor), ...betweenDecisions(procedure, actor)];
    case 'on_hold':
      return of('await_mediation');
    case 'mediation':
      return [...whileNegotiating(procedure, actor, table), expect(procedure, 'await_mediation')];
    case 'referred_back':
      return guides(actor) ? of('reopen', 'negotiation.reopened') : [];
    case 'adopted':
      return records(actor) ? of('formalise', 'agreement.formalised') : [];
    case 'awaiting_organ':
      return records(actor) || (actor && seatOf(actor, table)?.decidingAuthority)
        ? of('confirm_as_organ', 'organ.confirmed')
        : of('await_organ');
    default:
      return [];
  }
}

const firstDecision = ({ rulebook, lastBallot }: PlanningProcedure): ProcedureActName =>
  rulebook.decision.first === 'consent' && !lastBallot ? 'consent_round.opened' : 'vote.opened';

function whileNegotiating(procedure: PlanningProcedure, actor: Who, table: Composition): readonly Expectation[] {
  const seat = actor && seatOf(actor, table);
  const party = seat?.right === 'vote' && procedure.rulebook.parties.includes(seat.sector) ? seat.sector : null;
  const as = guides(actor) ? 'facilitator' : party;
  if (as === null || procedure.recusals.some((one) => one.seat === actor?.seat)) return [];
  const { missing, textHash } = isSettlementComplete(procedure);
  const params = { missing: missing.length };
  if (textHash === null && !procedure.textFrozen) return [expect(procedure, 'negotiate')];
  return missing.includes(as)
    ? [expect(procedure, 'confirm_text', 'settlement.confirmed', params)]
    : [expect(procedure, 'await_confirmations', null, params)];
}

function inRound(procedure: PlanningProcedure, actor: Who): readonly Expectation[] {
  const round = runningRound(procedure);
  if (!round) return [];
  const params = { round: round.n, given: Object.keys(round.stands).length, eligible: round.electorate.length };
  const mine = actor?.seat != null && isElector(actor.seat, round.electorate) ? actor.seat : null;
  if (mine === null) return [expect(procedure, 'await_votes', null, params)];
  return round.stands[mine]
    ? [expect(procedure, 'stand_given', 'consent.given', { ...params, stand: round.stands[mine].stand })]
    : [expect(procedure, 'take_stand', 'consent.given', params)];
}

function inBallot(procedure: PlanningProcedure, actor: Who): readonly Expectation[] {
  const ballot = runningBallot(procedure);
  if (!ballot) return [];
  const missing = outstanding(ballot).length;
  const eligible = ballot.electorate.length;
  const params = { ballot: ballot.key, cast: eligible - missing, eligible };
  const mine = actor?.seat != null && isElector(actor.seat, ballot.electorate) ? actor.seat : null;
  const close = actor && hasRole(actor, 'facilitator', 'secretary') && missing === 0;
  return [
    ...(mine === null ? [] : [myVote(procedure, ballot.votes[mine]?.choice ?? null, params)]),
    ...(close ? [expect(procedure, 'close_ballot', 'vote.closed', params)] : []),
    ...(mine === null && !close ? [expect(procedure, 'await_votes', null, params)] : []),
  ];
}

const myVote = (procedure: PlanningProcedure, choice: string | null, params: Expectation['params']): Expectation =>
  choice === null
    ? expect(procedure, 'cast_vote', 'vote.cast', params)
    : expect(procedure, 'vote_cast', 'vote.cast', { ...params, choice });

function betweenDecisions(procedure: PlanningProcedure, actor: Who): readonly Expectation[] {
  if ((runningRound(procedure) ?? runningBallot(procedure)) || !guides(actor)) return [];
  const from = secondCallFrom(procedure);
  return [expect(procedure, 'open_decision', 'vote.opened', from === null ? {} : { from })];
}
