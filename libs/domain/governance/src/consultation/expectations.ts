import { type ProcedureActName } from '../acts.js';
import { type ConsultationProcedure } from '../consultation-procedure.js';
import { type Expectation, type ExpectationKey } from '../procedure.js';
import { seatOf } from '../seats-of.js';
import { type Actor, type Composition } from '../seat.js';
import { unanswered } from './replying.js';

/** What is expected of someone at this stage, most urgent first; empty when nothing is. */
export function consultationExpectations(
  procedure: ConsultationProcedure,
  actor: Actor | null,
  table: Composition,
): readonly Expectation[] {
  const authority = actor !== null && seatOf(actor, table)?.decidingAuthority === true;
  const one = (
    key: ExpectationKey,
    act: ProcedureActName | null,
    params: Expectation['params'] = {},
  ): readonly Expectation[] => [{ key, act, until: procedure.deadline, params }];
  switch (procedure.stage) {
    case 'draft':
      return authority ? one('open_consultation', 'consultation.opened') : [];
    case 'open':
      return one(...whileOpen(procedure, actor));
    case 'closed':
    case 'responding':
    case 'overdue': {
      const params = { missing: unanswered(procedure).length, assessments: procedure.assessments.length };
      if (!authority) return one('await_replies', null, params);
      return params.missing > 0 ? one('reply', 'reply.published', params) : one('decide', 'decision.recorded', params);
    }
    case 'decided':
      return authority ? one('follow_up', 'consultation.followed_up') : [];
    default:
      return [];
  }
}

function whileOpen(
  { entitled, assessments }: ConsultationProcedure,
  actor: Actor | null,
): [ExpectationKey, ProcedureActName | null, Expectation['params']] {
  const params = { given: assessments.length, entitled: entitled.length };
  const mine = entitled.find(({ seat }) => seat === actor?.seat);
  if (!mine) return ['await_assessments', null, params];
  const given = assessments.find(({ seat }) => seat === mine.seat);
  return given
    ? ['assessment_given', 'assessment.submitted', { ...params, position: given.position }]
    : ['give_assessment', 'assessment.submitted', params];
}
