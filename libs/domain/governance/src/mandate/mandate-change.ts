import { type Mandate, type MandateConsequence, type MandateState } from '../mandate.js';
import { type Refusal } from '../refusal.js';
import { type Instant } from '@tavolo/kernel';

/** A mandate and what followed on the way to it. */
export interface MandateChange {
  readonly mandate: Mandate;
  readonly consequences: readonly MandateConsequence[];
}

export type MandateOutcome =
  ({ readonly ok: true } & MandateChange) | { readonly ok: false; readonly refusal: Refusal };

/** The mandate in another state, from `since` on. */
export const become = (mandate: Mandate, state: MandateState, since: Instant): Mandate => ({
  ...mandate,
  state,
  since,
});

/** The act was accepted. */
export const done = (mandate: Mandate, consequences: readonly MandateConsequence[] = []): MandateOutcome => ({
  ok: true,
  mandate,
  consequences,
});

/** The act was refused. */
export const not = (refusal: Refusal): MandateOutcome => ({ ok: false, refusal });
