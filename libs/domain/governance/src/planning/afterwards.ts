import { accepted, refused, type Rule } from '../mode-procedure.js';
import { type PlanningProcedure } from '../planning-procedure.js';
import { reasonMissing, refusal } from '../refuse.js';
import { enter } from './stages.js';

/** The review of the agreement begins. */
export const openReview: Rule<PlanningProcedure, 'review.opened'> = {
  apply: (procedure, _act, now) => accepted(enter(procedure, 'under_review', now)),
};

/** The review is over and the proposal closed. */
export const closeProposal: Rule<PlanningProcedure, 'proposal.closed'> = {
  apply: (procedure, { reason }, now) => accepted({ ...enter(procedure, 'closed', now), closing: { reason, at: now } }),
};

/** A dissent may always be attached to a decision (domain.md 2.1). */
export const attachDissent: Rule<PlanningProcedure, 'dissent.attached'> = {
  apply: (procedure, { by, text }, now) => {
    const why = reasonMissing(text, '2.1 Written reasons');
    if (why) return refused(why);
    const { seat } = by;
    if (seat === null) return refused(refusal('not_your_role', '2.1 Written reasons', { needed: ['seat'] }));
    return accepted({ ...procedure, dissents: [...procedure.dissents, { seat, text, at: now }] });
  },
};
