import { isLocalDate } from '@tavolo/kernel';
import { type AutoRegulationProcedure } from '../auto-regulation-procedure.js';
import { accepted, refused, type Rule } from '../mode-procedure.js';
import { reasonMissing, refusal } from '../refuse.js';
import { notASignatory } from './subjects.js';

/** Commitments under the charter are held by signatories alone: non-signatories are not bound (domain.md 2.3). */
export const assignCommitment: Rule<AutoRegulationProcedure, 'charter.commitment_assigned'> = {
  apply: (procedure, { holder, clause, what, dueOn }, now) => {
    const { versions, version } = procedure;
    const why = notASignatory(procedure, holder) ?? reasonMissing(what, '2.3 Auto-regulation');
    if (why) return refused(why);
    const clauses = versions.find((one) => one.version === version)?.clauses ?? [];
    if (!clauses.includes(clause)) return refused(refusal('unknown_clause', '2.3 Auto-regulation', { clause }));
    if (!isLocalDate(dueOn)) return refused(refusal('unknown_option', '2.3 Auto-regulation', { dueOn }));
    const commitment = { holder, clause, what, dueOn, at: now };
    return accepted({ ...procedure, commitments: [...procedure.commitments, commitment] });
  },
};

/** What the signatories found when they looked at their charter. */
export const reviewCharter: Rule<AutoRegulationProcedure, 'charter.reviewed'> = {
  apply: (procedure, { text }, now) => {
    const why = reasonMissing(text, '2.3 Auto-regulation');
    return why ? refused(why) : accepted({ ...procedure, reviews: [...procedure.reviews, { text, at: now }] });
  },
};
