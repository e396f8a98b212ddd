import { type ConsultationProcedure } from '../consultation-procedure.js';
import { type Start } from '../mode-procedure.js';

/** A consultation in draft. */
export const startConsultation = ({
  rulebook,
  sponsors,
  now,
}: Start<ConsultationProcedure>): ConsultationProcedure => ({
  mode: 'consultation',
  stage: 'draft',
  since: now,
  deadline: null,
  rulebook,
  sponsors,
  versions: [],
  entitled: [],
  window: null,
  extension: null,
  thin: false,
  interests: [],
  assessments: [],
  prevailing: null,
  closedAt: null,
  replyDue: null,
  replies: [],
  decision: null,
  dissents: [],
  overdueSince: null,
  followUp: null,
  withdrawal: null,
});
