import { type ProcedureActName } from '../acts.js';
import { type AutoAdministrationProcedure } from '../auto-administration-procedure.js';
import { ballotOpeners, inBallot } from '../ballots/ballot-expectations.js';
import { recusedRefusal } from '../ballots/leave-ballot.js';
import { runningBallot } from '../ballots/running-ballot.js';
import { secondCallFrom } from '../ballots/second-call.js';
import { expect, heldByOthers, type Who } from '../expect.js';
import { type Expectation, type ExpectationKey } from '../expectation.js';
import { type Moment } from '../mode-procedure.js';
import { mandateStateAt } from '../mandate/standing.js';
import { hasRole, seatOf } from '../seats-of.js';
import { type Composition } from '../seat.js';
import { openCallIn } from './call-in.js';
import { mandateNotActive, mandateOver } from './mandate-over.js';
import { decisionWritingRefused } from './writing.js';

type Params = Expectation['params'];

/** What is expected of someone at this stage of a decision, most urgent first; empty when nothing is. */
export function decisionExpectations(
  procedure: AutoAdministrationProcedure,
  actor: Who,
  table: Composition,
  at: Moment,
): readonly Expectation[] {
  /** What is asked of those who may do it, and what everybody else waits for. */
  const by = (
    able: boolean,
    [asked, act]: readonly [ExpectationKey, ProcedureActName],
    waiting: ExpectationKey,
    params: Params = {},
  ): readonly Expectation[] => [
    able ? expect(procedure, asked, act, params) : expect(procedure, waiting, null, params),
  ];
  const guides = actor !== null && hasRole(actor, 'facilitator', 'coordinator');
  const answers =
    actor !== null && (guides || procedure.sponsors.includes(actor.member)) && !recusedRefusal(procedure, actor);
  const institution = actor !== null && seatOf(actor, table)?.decidingAuthority === true;
  switch (procedure.stage) {
    case 'draft':
      return [whileDrafting(procedure, actor, table)];
    case 'blocked': {
      const params = { reason: procedure.block?.reason ?? '' };
      if (mandateOver(procedure, at.now)) return [expect(procedure, 'await_mandate', null, params)];
      return by(answers, ['rework_blocked', 'decision.reopened'], 'await_rework', params);
    }
    case 'deliberating':
      return [toVote(procedure, actor, table, at)];
    case 'voting': {
      const ballot = runningBallot(procedure);
      return ballot ? inBallot(procedure, ballot, actor, table) : [];
    }
    case 'standstill':
      return by(institution, ['consider_call_in', 'decision.called_in'], 'await_standstill');
    case 'called_in':
      return whileCalledIn(procedure, actor, answers, by);
    case 'returned': {
      const params = { reason: procedure.returned?.reason ?? '' };
      return by(institution, ['answer_return', 'institution.answered'], 'await_answer', params);
    }
    case 'effective':
      return [expect(procedure, 'await_report')];
    default:
      return [];
  }
}

function whileDrafting(procedure: AutoAdministrationProcedure, actor: Who, table: Composition): Expectation {
  const writes = actor !== null && decisionWritingRefused(procedure, actor, table) === null;
  if (writes && procedure.sponsors.includes(actor.member))
    return expect(procedure, 'submit_decision', 'decision.submitted');
  return expect(procedure, writes ? 'join_draft' : 'await_submission');
}

/** The vote is opened, once the mandate decides again, on second call not before its day. */
function toVote(procedure: AutoAdministrationProcedure, actor: Who, table: Composition, { now }: Moment): Expectation {
  if (mandateNotActive(procedure, now)) {
    return expect(procedure, 'await_mandate', null, { reason: mandateStateAt(procedure.mandate, now) });
  }
  const from = secondCallFrom(procedure);
  if (from !== null && now < from) return expect(procedure, 'await_second_call', null, { from });
  return actor && hasRole(actor, ...ballotOpeners)
    ? expect(procedure, 'open_decision', 'vote.opened')
    : expect(procedure, 'await_decision', null, { whom: heldByOthers(table, ballotOpeners, actor) });
}

function whileCalledIn(
  procedure: AutoAdministrationProcedure,
  actor: Who,
  answers: boolean,
  by: (
    able: boolean,
    asked: readonly [ExpectationKey, ProcedureActName],
    waiting: ExpectationKey,
    params?: Params,
  ) => readonly Expectation[],
): readonly Expectation[] {
  const callIn = openCallIn(procedure);
  const params = { ground: callIn?.ground ?? '' };
  if (!callIn?.answer) return by(answers, ['answer_call_in', 'decision.insisted'], 'await_holders', params);
  const guarantor = actor !== null && hasRole(actor, 'guarantor');
  return by(guarantor, ['rule_on_call_in', 'call_in.ruled'], 'await_ruling', params);
}
