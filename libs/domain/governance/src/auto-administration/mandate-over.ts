import { type Instant } from '@tavolo/kernel';
import { type AutoAdministrationProcedure } from '../auto-administration-procedure.js';
import { runningBallot } from '../ballots/running-ballot.js';
import { voidBallot } from '../ballots/end-ballot.js';
import { factLeaf } from '../explain.js';
import { type Explanation } from '../explanation.js';
import { mandateStateAt } from '../mandate/standing.js';
import { inOrder } from '../mode-procedure.js';
import { refusal } from '../refuse.js';
import { type Refusal } from '../refusal.js';
import { enter, type DecisionChange } from './stages.js';

const rule = 'mandate.state';

/** Refuses what goes on with a draft whose mandate has ended: it is frozen (domain.md 2.3). */
export function mandateOver({ mandate }: AutoAdministrationProcedure, now: Instant): Refusal | null {
  const state = mandateStateAt(mandate, now);
  return state === 'expired' || state === 'revoked'
    ? refusal('mandate_over', rule, { mandate: mandate.key, state })
    : null;
}

/** Refuses deciding while the mandate is not active. */
export function mandateNotActive(procedure: AutoAdministrationProcedure, now: Instant): Refusal | null {
  const { mandate } = procedure;
  const state = mandateStateAt(mandate, now);
  const why = explainState(procedure, now);
  return state === 'active' ? null : refusal('mandate_not_active', rule, { mandate: mandate.key, state }, why);
}

const explainState = ({ mandate }: AutoAdministrationProcedure, at: Instant): Explanation => {
  const state = mandateStateAt(mandate, at);
  return factLeaf('scope_check.mandate', state === 'active', { rule, values: { state } });
};

/** The mandate does not decide for a while: the open ballot is void, and the decision is deliberated until it may be voted on again. */
export function interrupted(procedure: AutoAdministrationProcedure, at: Instant): DecisionChange {
  const ballot = runningBallot(procedure);
  const deliberating = enter(procedure, 'deliberating', at);
  return ballot
    ? voidBallot(deliberating, ballot, at, 'mandate_suspended')
    : { procedure: deliberating, consequences: [] };
}

/** The mandate has ended: what was not adopted is frozen, and nothing is decided on it any more. */
export function frozenForGood(procedure: AutoAdministrationProcedure, at: Instant): DecisionChange {
  const ballot = runningBallot(procedure);
  const explanation = explainState(procedure, at);
  const reason = 'mandate_not_active';
  const { key } = procedure.mandate;
  return inOrder(
    procedure,
    (current) => (ballot ? voidBallot(current, ballot, at, 'mandate_over') : { procedure: current, consequences: [] }),
    (current) => ({
      procedure: { ...enter(current, 'blocked', at), block: { reason, explanation, at } },
      consequences: [{ name: 'decision.blocked', at, data: { mandate: key, reason }, explanation }],
    }),
  );
}
