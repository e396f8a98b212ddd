import { type ProcedureActName } from '../acts.js';
import { type ConsultationProcedure } from '../consultation-procedure.js';
import { type Expectation, type ExpectationKey } from '../expectation.js';
import { seatOf } from '../seats-of.js';
import { type Actor, type Composition } from '../seat.js';
import { silentSectors } from './prevailing.js';
import { unanswered } from './replying.js';

type Said = readonly [key: ExpectationKey, act: ProcedureActName | null, params?: Expectation['params']];

/** What is expected of someone at this stage, most urgent first; empty when nothing is. */
export function consultationExpectations(
  procedure: ConsultationProcedure,
  actor: Actor | null,
  table: Composition,
): readonly Expectation[] {
  const authority = actor !== null && seatOf(actor, table)?.decidingAuthority === true;
  const said = authority ? ofInstitution(procedure, actor) : ofOthers(procedure, actor);
  if (!said) return [];
  const [key, act, params = {}] = said;
  return [{ key, act, until: procedure.deadline, params }];
}

function ofInstitution(procedure: ConsultationProcedure, actor: Actor): Said | null {
  switch (procedure.stage) {
    case 'draft':
      return ['open_consultation', 'consultation.opened'];
    case 'open':
      return whileOpen(procedure, actor);
    case 'closed':
    case 'responding':
    case 'overdue': {
      const params = missingReplies(procedure);
      return params.count > 0 ? ['reply', 'reply.published', params] : ['decide', 'decision.recorded', params];
    }
    case 'decided':
      return ['follow_up', 'consultation.followed_up'];
    default:
      return null;
  }
}

function ofOthers(procedure: ConsultationProcedure, actor: Actor | null): Said | null {
  switch (procedure.stage) {
    case 'draft':
      return ['await_consultation', null];
    case 'open':
      return whileOpen(procedure, actor);
    case 'closed':
    case 'responding':
    case 'overdue': {
      const params = missingReplies(procedure);
      return params.count > 0 ? ['await_replies', null, params] : ['await_institution', null];
    }
    case 'decided':
      return ['await_follow_up', null];
    default:
      return null;
  }
}

const missingReplies = (procedure: ConsultationProcedure): { readonly count: number; readonly of: number } => ({
  count: unanswered(procedure).length,
  of: procedure.assessments.length,
});

function whileOpen(procedure: ConsultationProcedure, actor: Actor | null): Said {
  const { entitled, assessments } = procedure;
  const params = { given: assessments.length, entitled: entitled.length };
  const mine = entitled.find(({ seat }) => seat === actor?.seat);
  if (!mine) {
    const count = entitled.length - assessments.length;
    return ['await_assessments', null, { ...params, count, of: entitled.length, whom: silentSectors(procedure) }];
  }
  const given = assessments.find(({ seat }) => seat === mine.seat);
  return given
    ? ['assessment_given', 'assessment.submitted', { ...params, position: given.position }]
    : ['give_assessment', 'assessment.submitted', params];
}
