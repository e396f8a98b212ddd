import { type Instant } from '@tavolo/kernel';
import {
  type AutoAdministrationProcedure,
  type DecisionTerms,
  type Submission,
} from '../auto-administration-procedure.js';
import { recusedRefusal } from '../ballots/leave-ballot.js';
import { versionRefused, withVersion } from '../frozen-versions.js';
import { type MandateStanding } from '../mandate.js';
import { acceptedChange, inOrder, refused, type Rule } from '../mode-procedure.js';
import { refusal } from '../refuse.js';
import { type Refusal } from '../refusal.js';
import { type Composition } from '../seat.js';
import { mandateOver } from './mandate-over.js';
import { returnToInstitution } from './returning.js';
import { checkScope } from './scope-check.js';
import { noQuorumByRecusals } from './holders.js';
import { enter, type DecisionChange } from './stages.js';

/**
 * A sponsor hands the draft in with what it is about. The text freezes as a version, and the scope check lets it through to deliberation
 * or blocks it, each with the whole check as its explanation.
 */
export const submitDecision: Rule<AutoAdministrationProcedure, 'decision.submitted'> = {
  guard: (procedure, actor, _table, now) => recusedRefusal(procedure, actor) ?? mandateOver(procedure, now),
  apply: (procedure, { by, table, terms, text, mandate }, now) => {
    const why = termsRefused(terms) ?? mandateChanged(procedure, mandate) ?? versionRefused(procedure.versions, text);
    if (why) return refused(why);
    const { reason, explanation: check } = checkScope(terms, mandate, text.version, now);
    const submission: Submission = { version: text.version, terms, mandate, check, by: by.member, at: now };
    const submitted: AutoAdministrationProcedure = {
      ...enter(procedure, 'scope_check', now),
      mandate,
      versions: withVersion(procedure.versions, text),
      submissions: [...procedure.submissions, submission],
    };
    const data = { version: text.version, amount: terms.amount, mandate: mandate.key };
    if (reason !== null) {
      return acceptedChange({
        procedure: { ...enter(submitted, 'blocked', now), block: { reason, explanation: check, at: now } },
        consequences: [{ name: 'decision.blocked', at: now, data: { ...data, reason }, explanation: check }],
      });
    }
    return acceptedChange(
      inOrder(
        enter(submitted, 'deliberating', now),
        (current) => ({
          procedure: current,
          consequences: [{ name: 'scope_check.passed', at: now, data, explanation: check }],
        }),
        (current) => returnedIfAlone(current, table, now),
      ),
    );
  },
};

/** If recusals leave no quorum, the decision goes to the institution (domain.md 2.3). */
export function returnedIfAlone(
  procedure: AutoAdministrationProcedure,
  table: Composition,
  at: Instant,
): DecisionChange {
  const explanation = noQuorumByRecusals(procedure, table);
  return explanation ? returnToInstitution(procedure, 'recusals', explanation, at) : { procedure, consequences: [] };
}

/** Nothing is decided under another mandate than the one under which the draft was begun. */
const mandateChanged = ({ mandate }: AutoAdministrationProcedure, told: MandateStanding): Refusal | null =>
  told.key === mandate.key ? null : refusal('mandate_missing', 'mandate.state', { mandate: mandate.key });

function termsRefused({ amount, area }: DecisionTerms): Refusal | null {
  if (!Number.isSafeInteger(amount) || amount < 0) {
    return refusal('terms_invalid', 'mandate.perDecision', { term: 'amount', min: 0 });
  }
  return area.trim() === '' ? refusal('terms_invalid', 'mandate.scope', { term: 'area' }) : null;
}
