import { type Instant } from '@tavolo/kernel';
import { type BlockReason, type DecisionTerms } from '../auto-administration-procedure.js';
import { branch, factLeaf, numbersLeaf } from '../explain.js';
import { type Explanation } from '../explanation.js';
import { type MandateStanding } from '../mandate.js';
import { mandateStateAt } from '../mandate/standing.js';

/** What the scope check says: the reason that blocks, the first that fails, or `null`; and why. */
export interface ScopeCheck {
  readonly reason: BlockReason | null;
  readonly explanation: Explanation;
}

/**
 * Whether a decision is within its mandate (domain.md 2.3): the mandate is active, the area and the kind of spending are within its scope,
 * no exclusion is touched, and the amount is neither over the ceiling of one decision nor over what remains.
 */
export function checkScope(terms: DecisionTerms, mandate: MandateStanding, version: number, now: Instant): ScopeCheck {
  const { amount, area, expenseType, exclusions } = terms;
  const state = mandateStateAt(mandate, now);
  const leaves: readonly (readonly [BlockReason, Explanation])[] = [
    [
      'mandate_not_active',
      factLeaf('scope_check.mandate', state === 'active', { rule: 'mandate.state', values: { state } }),
    ],
    [
      'out_of_scope',
      factLeaf('scope_check.area', mandate.scope.includes(area), {
        rule: 'mandate.scope',
        values: { area, scope: mandate.scope },
      }),
    ],
    [
      'expense_type',
      // What spends nothing is of no kind of spending.
      factLeaf('scope_check.expenseType', amount === 0 || mandate.expenseTypes.includes(expenseType), {
        rule: 'mandate.expenseTypes',
        values: { expenseType, expenseTypes: mandate.expenseTypes },
      }),
    ],
    [
      'excluded',
      factLeaf('scope_check.exclusions', exclusions.length === 0, {
        rule: 'mandate.exclusions',
        values: { exclusions },
      }),
    ],
    [
      'per_decision_ceiling',
      numbersLeaf('scope_check.ceiling', amount, 'atMost', mandate.perDecision, { rule: 'mandate.perDecision' }),
    ],
    ['over_budget', numbersLeaf('scope_check.budget', amount, 'atMost', mandate.left, { rule: 'mandate.budget' })],
  ];
  const explanation = branch(
    'scope_check',
    'all',
    leaves.map(([, leaf]) => leaf),
    { rule: 'mandate.scope', values: { mandate: mandate.key, version, amount } },
  );
  return { reason: leaves.find(([, leaf]) => !leaf.held)?.[0] ?? null, explanation };
}
