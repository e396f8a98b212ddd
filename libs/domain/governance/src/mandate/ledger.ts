import { type Cents, type LedgerEntry, type Mandate, type MandateSums } from '../mandate.js';
import { refusal } from '../refuse.js';
import { type Refusal } from '../refusal.js';

/** The sums of the ledger, exact: they are whole cents. */
export function sumsOf({ terms, ledger }: Pick<Mandate, 'terms' | 'ledger'>): MandateSums {
  const of = (state: LedgerEntry['state']): Cents =>
    ledger.filter((one) => one.state === state).reduce((sum, { amount }) => sum + amount, 0);
  const { budget } = terms;
  const [spent, committed, reserved] = [of('spent'), of('committed'), of('reserved')];
  const left = budget - spent - committed;
  return { budget, spent, committed, reserved, left, free: left - reserved };
}

/** What a decision may take: the budget without what all the others hold. */
export const leftFor = (mandate: Pick<Mandate, 'terms' | 'ledger'>, proposal: string): Cents =>
  sumsOf({ ...mandate, ledger: mandate.ledger.filter((one) => one.proposal !== proposal) }).free;

/**
 * The mandate with what one decision holds of the budget, or holds no more (`null`). Refused when it would exceed what is left, whatever
 * was found before: the budget is never overspent.
 */
export function withLedgerEntry(
  mandate: Mandate,
  proposal: string,
  entry: Omit<LedgerEntry, 'proposal'> | null,
): { readonly ok: true; readonly mandate: Mandate } | { readonly ok: false; readonly refusal: Refusal } {
  const others = mandate.ledger.filter((one) => one.proposal !== proposal);
  if (!entry) return { ok: true, mandate: { ...mandate, ledger: others } };
  const left = leftFor(mandate, proposal);
  const { amount } = entry;
  if (amount > left) {
    return {
      ok: false,
      refusal: refusal('over_budget', 'mandate.budget', { mandate: mandate.terms.key, amount, left }),
    };
  }
  return { ok: true, mandate: { ...mandate, ledger: [...others, { proposal, ...entry }] } };
}
