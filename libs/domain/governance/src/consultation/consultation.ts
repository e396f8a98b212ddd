import { type ConsultationProcedure } from '../consultation-procedure.js';
import { attachDissent } from '../dissent.js';
import { type ModeProcedure } from '../mode-procedure.js';
import { declareInterest, submitAssessment } from './assessing.js';
import { consultationDue, consultationOnDue } from './clock.js';
import { followUp, recordDecision } from './deciding.js';
import { consultationExpectations } from './expectations.js';
import { freezeVersion, openConsultation, withdraw } from './opening.js';
import { publishReply } from './replying.js';
import { startConsultation } from './start.js';
import { consultationClockTransitions, consultationTransitions } from './transitions.js';
import { consultationWritingRefused } from './writing.js';

/** Institutions decide on "the assessments expressed by social partners" (domain.md 2.2 and 2.3, Consultation). */
export const consultation: ModeProcedure<ConsultationProcedure> = {
  start: startConsultation,
  transitions: consultationTransitions,
  clockTransitions: consultationClockTransitions,
  rules: {
    'proposal.frozen': freezeVersion,
    'consultation.opened': openConsultation,
    'interest.declared': declareInterest,
    'assessment.submitted': submitAssessment,
    'reply.published': publishReply,
    'decision.recorded': recordDecision,
    'consultation.followed_up': followUp,
    'consultation.withdrawn': withdraw,
    'dissent.attached': attachDissent,
  },
  parties: () => [],
  nextDue: consultationDue,
  onDue: consultationOnDue,
  expectations: consultationExpectations,
  writingRefused: consultationWritingRefused,
};
