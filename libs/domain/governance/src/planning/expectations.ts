import { localDateOf } from '@tavolo/kernel';
import { type ProcedureActName } from '../acts.js';
import { type Expectation, type ExpectationKey } from '../expectation.js';
import { type Moment } from '../mode-procedure.js';
import { type PlanningProcedure } from '../planning-procedure.js';
import { hasRole, seatOf } from '../seats-of.js';
import { type Actor, type Composition, type TableRole } from '../seat.js';
import { expectationsInDecision } from './decision-expectations.js';
import { closers } from '../ballots/early-closing.js';
import { expect, heldByOthers, type Who } from '../expect.js';
import { expectationsOnText } from './negotiation-expectations.js';
import { onMandate } from './negotiating-mandate-expectations.js';
import { answerRefused } from './ratification.js';
import { planningWritingRefused } from './writing.js';

const openers: readonly TableRole[] = ['facilitator', 'coordinator'];
const mediators: readonly TableRole[] = ['facilitator', 'guarantor'];
/** Who draws up the agreement and records what comes after it. */
const recorders = closers;

const has = (actor: Who, roles: readonly TableRole[]): boolean => actor !== null && hasRole(actor, ...roles);

/** What is expected of someone at this stage, most urgent first; empty when nothing is. */
export function planningExpectations(
  procedure: PlanningProcedure,
  actor: Who,
  table: Composition,
  at: Moment,
): readonly Expectation[] {
  /** What is asked of those who may do it, and what everybody else waits for. */
  const by = (
    able: boolean,
    asked: readonly [ExpectationKey, ProcedureActName],
    waiting: readonly [ExpectationKey, Expectation['params']?],
    params: Expectation['params'] = {},
  ): readonly Expectation[] => [
    able ? expect(procedure, ...asked, params) : expect(procedure, waiting[0], null, waiting[1] ?? params),
  ];
  const whom = (roles: readonly TableRole[]): Expectation['params'] => ({ whom: heldByOthers(table, roles, actor) });
  switch (procedure.stage) {
    case 'draft':
      return [whileDrafting(procedure, actor, table)];
    case 'submitted':
      return by(has(actor, openers), ['open_negotiation', 'negotiation.opened'], ['await_opening', whom(openers)]);
    case 'negotiating':
      return expectationsOnText(procedure, actor, table, at);
    case 'settled':
    case 'voting':
      return expectationsInDecision(procedure, actor, table, at);
    case 'ratifying': {
      const sector = procedure.ratification?.sector ?? '';
      const able = actor !== null && answerRefused(procedure, actor, table) === null;
      return by(able, ['ratify', 'ratification.given'], ['await_ratification'], { sector });
    }
    case 'on_hold':
      return by(has(actor, mediators), ['mediate', 'mediation.closed'], ['await_mediation']);
    case 'mediation':
      return [
        ...expectationsOnText(procedure, actor, table, at).filter(({ key }) => key !== 'await_negotiation'),
        ...by(has(actor, mediators), ['mediate', 'mediation.closed'], ['await_mediation']),
      ];
    case 'referred_back': {
      const writes = actor !== null && planningWritingRefused(procedure, actor, table) === null;
      const waiting = writes ? 'await_reopening_writing' : 'await_reopening';
      return by(has(actor, ['facilitator']), ['reopen', 'negotiation.reopened'], [waiting, whom(['facilitator'])]);
    }
    case 'adopted':
      if (procedure.rulebook.negotiatingMandate) return [onMandate(procedure, actor, table, at)];
      return by(has(actor, recorders), ['formalise', 'agreement.formalised'], ['await_agreement', whom(recorders)]);
    case 'awaiting_organ':
      return by(
        has(actor, recorders) || (actor !== null && seatOf(actor, table)?.decidingAuthority === true),
        ['confirm_as_organ', 'organ.confirmed'],
        ['await_organ'],
      );
    case 'formalised':
      return untilReview(procedure, actor, at);
    case 'under_review':
      return by(has(actor, recorders), ['close_proposal', 'proposal.closed'], ['await_review_end', whom(recorders)]);
    default:
      return [];
  }
}

function whileDrafting(procedure: PlanningProcedure, actor: Who, table: Composition): Expectation {
  if (actor && procedure.sponsors.includes(actor.member)) {
    return expect(procedure, 'write_and_submit', 'proposal.submitted');
  }
  const writes = actor !== null && planningWritingRefused(procedure, actor, table) === null;
  return expect(procedure, writes ? 'join_draft' : 'await_submission');
}

/** The agreement says on which day the review begins. */
function untilReview(procedure: PlanningProcedure, actor: Actor | null, { now }: Moment): readonly Expectation[] {
  const { agreement, rulebook } = procedure;
  if (!agreement) return [];
  const { reviewOn } = agreement;
  const due = localDateOf(now, rulebook.zone) >= reviewOn;
  return due && has(actor, recorders)
    ? [expect(procedure, 'open_review', 'review.opened', { reviewOn })]
    : [expect(procedure, 'await_review', null, { reviewOn })];
}
