import { type Expectation } from '../expectation.js';
import { type Moment } from '../mode-procedure.js';
import { givenMandate, mandateStanding, proposedMandate } from '../negotiating-mandate.js';
import { type PlanningProcedure } from '../planning-procedure.js';
import { electorateOf, isElector } from '../seats-of.js';
import { type Composition } from '../seat.js';
import { expect, type Who } from '../expect.js';
import { submissionRefused } from './negotiating-mandate.js';

/** What follows on a text that a bench or coalition has adopted: a mandate that holds, and the way to a table. */
export function onMandate(procedure: PlanningProcedure, actor: Who, table: Composition, { now }: Moment): Expectation {
  const { mandates, submissions, rulebook, recusals } = procedure;
  const { electorate } = electorateOf(table, recusals);
  const votes = actor !== null && isElector(actor.seat, electorate);
  const open = proposedMandate(mandates);
  if (open && mandateStanding(open, now, rulebook.zone) === 'proposed') {
    const params = { given: open.supporters.length, eligible: electorate.length };
    const supports = open.supporters.some(({ seat }) => seat === actor?.seat);
    return votes && !supports
      ? expect(procedure, 'support_mandate', 'negotiating_mandate.supported', params)
      : expect(procedure, 'await_negotiating_mandate', null, params);
  }
  const given = givenMandate(mandates);
  if (!given || mandateStanding(given, now, rulebook.zone) !== 'valid') {
    if (submissions?.length) return expect(procedure, 'nothing', null);
    return votes
      ? expect(procedure, 'propose_mandate', 'negotiating_mandate.proposed')
      : expect(procedure, 'await_negotiating_mandate', null, { given: 0, eligible: electorate.length });
  }
  if (submissions?.length) return expect(procedure, 'nothing', null);
  return actor !== null && submissionRefused(procedure, actor, now) === null
    ? expect(procedure, 'submit_jointly', 'joint_proposal.submitted')
    : expect(procedure, 'await_joint_submission', null);
}
