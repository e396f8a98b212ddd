import { type Instant } from '@tavolo/kernel';
import { type ConsultationProcedure } from '../consultation-procedure.js';
import { type Explanation } from '../explanation.js';
import { answeredEnough, neededSeats, prevailingOf, silentSectors } from './prevailing.js';
import { unanswered } from './replying.js';
import { enter, limitOf, type ConsultationChange } from './stages.js';

/** When the clock changes a consultation next. */
export const consultationDue = ({ stage, deadline }: ConsultationProcedure): Instant | null =>
  stage === 'open' || stage === 'closed' || stage === 'responding' || stage === 'overdue' ? deadline : null;

/** What the clock brings about at that instant. */
export function consultationOnDue(procedure: ConsultationProcedure, at: Instant): ConsultationChange {
  if (procedure.stage === 'open') return windowEnds(procedure, at);
  return procedure.stage === 'overdue' ? lapse(procedure, at) : overdue(procedure, at);
}

function windowEnds(procedure: ConsultationProcedure, at: Instant): ConsultationChange {
  const answered = answeredEnough(procedure);
  const { days, times } = procedure.rulebook.extension;
  const extended = procedure.extension?.n ?? 0;
  return !answered.held && extended < times
    ? extend(procedure, at, days, answered)
    : close(procedure, at, !answered.held);
}

function extend(
  procedure: ConsultationProcedure,
  from: Instant,
  days: number,
  explanation: Explanation,
): ConsultationChange {
  const until = limitOf(procedure, from, days);
  return {
    procedure: {
      ...procedure,
      deadline: until,
      window: procedure.window && { ...procedure.window, closesAt: until },
      extension: { n: (procedure.extension?.n ?? 0) + 1, from, until, explanation },
    },
    consequences: [{ name: 'consultation.extended', at: from, data: { from, until }, explanation }],
  };
}

function close(procedure: ConsultationProcedure, at: Instant, thin: boolean): ConsultationChange {
  const prevailing = prevailingOf(procedure);
  const replyDue = limitOf(procedure, at, procedure.rulebook.replyDays);
  const { supportive, contrary, leaning, entitled, assessments } = prevailing;
  return {
    procedure: { ...enter(procedure, 'closed', at, replyDue), thin, prevailing, closedAt: at, replyDue },
    consequences: [
      {
        name: 'consultation.closed',
        at,
        data: {
          thin,
          supportive,
          contrary,
          leaning,
          entitled,
          assessments,
          needed: neededSeats(procedure),
          silentSectors: silentSectors(procedure),
          replyDue,
        },
        explanation: prevailing.explanation,
      },
    ],
  };
}

function overdue(procedure: ConsultationProcedure, at: Instant): ConsultationChange {
  const lapsesAt = limitOf(procedure, at, procedure.rulebook.lapseDays);
  return {
    procedure: { ...enter(procedure, 'overdue', at, lapsesAt), overdueSince: at },
    consequences: [{ name: 'consultation.overdue', at, data: { missing: unanswered(procedure), lapsesAt } }],
  };
}

const lapse = (procedure: ConsultationProcedure, at: Instant): ConsultationChange => ({
  procedure: enter(procedure, 'lapsed', at),
  consequences: [{ name: 'consultation.lapsed', at, data: { missing: unanswered(procedure) } }],
});
