import { type Instant } from '@tavolo/kernel';
import { type AutoAdministrationProcedure } from '../auto-administration-procedure.js';
import { type Explanation } from '../explanation.js';
import { latestVersion } from '../frozen-versions.js';
import { accepted, refused, type Rule } from '../mode-procedure.js';
import { reasonMissing } from '../refuse.js';
import { enter, type DecisionChange } from './stages.js';

/** The holders did not adopt, or could not: the decision goes to the institution (domain.md 2.2, If it fails). */
export function returnToInstitution(
  procedure: AutoAdministrationProcedure,
  reason: 'rejected' | 'recusals',
  explanation: Explanation,
  at: Instant,
): DecisionChange {
  const version = latestVersion(procedure)?.version ?? null;
  return {
    procedure: { ...enter(procedure, 'returned', at), returned: { reason, explanation, at, answer: null } },
    consequences: [{ name: 'decision.returned', at, data: { reason, version }, explanation }],
  };
}

/** The institution says what it does with a decision that came back to it, with reasons; it decides on its own account. */
export const answerReturn: Rule<AutoAdministrationProcedure, 'institution.answered'> = {
  apply: (procedure, { by, outcome, reason }, now) => {
    const why = reasonMissing(reason, '2.1 Written reasons');
    if (why) return refused(why);
    const { returned } = procedure;
    const answer = { outcome, reason, by: by.member, at: now };
    return accepted({ ...enter(procedure, 'closed', now), returned: returned && { ...returned, answer } });
  },
};
