import { accepted, refused, type Rule } from '../mode-procedure.js';
import { type PlanningProcedure } from '../planning-procedure.js';
import { reasonMissing } from '../refuse.js';
import { enter, limitOf } from './stages.js';
import { writable } from './text.js';

/** A sponsor hands the draft in. */
export const submit: Rule<PlanningProcedure, 'proposal.submitted'> = {
  apply: (procedure, _act, now) => accepted(enter(procedure, 'submitted', now)),
};

/** It is not a matter for this table; that needs a written reason (domain.md 2.1). */
export const declareInadmissible: Rule<PlanningProcedure, 'proposal.declared_inadmissible'> = {
  apply: (procedure, { reason }, now) => {
    const why = reasonMissing(reason, '2.1 Written reasons');
    if (why) return refused(why);
    return accepted({ ...enter(procedure, 'inadmissible', now), closing: { reason, at: now } });
  },
};

/** It is admitted, and negotiation begins; its total time is set here once (domain.md 2.2, Time). */
export const openNegotiation: Rule<PlanningProcedure, 'negotiation.opened'> = {
  apply: (procedure, _act, now) => {
    const negotiationEnds = limitOf(procedure, now, procedure.rulebook.negotiationDays);
    return accepted(writable({ ...enter(procedure, 'negotiating', now, negotiationEnds), negotiationEnds }));
  },
};
