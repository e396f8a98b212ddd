import { accepted, type Rule } from '../mode-procedure.js';
import { type PlanningProcedure } from '../planning-procedure.js';
import { enter } from './stages.js';

/** The review of the agreement begins. */
export const openReview: Rule<PlanningProcedure, 'review.opened'> = {
  apply: (procedure, _act, now) => accepted(enter(procedure, 'under_review', now)),
};

/** The review is over and the proposal closed. */
export const closeProposal: Rule<PlanningProcedure, 'proposal.closed'> = {
  apply: (procedure, { reason }, now) => accepted({ ...enter(procedure, 'closed', now), closing: { reason, at: now } }),
};
