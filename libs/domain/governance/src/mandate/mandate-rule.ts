import { type Instant } from '@tavolo/kernel';
import { type Mandate, type MandateActName, type MandateActPayloads } from '../mandate.js';
import { type Refusal } from '../refusal.js';
import { type Actor } from '../seat.js';
import { type MandateOutcome } from './mandate-change.js';

/** The rule of one act on a mandate. State and quality of the actor are verified before, from the table of transitions. */
export interface MandateRule<Name extends MandateActName> {
  /** What refuses the act whatever it carries. */
  readonly guard?: (mandate: Mandate, now: Instant) => Refusal | null;
  readonly apply: (
    mandate: Mandate,
    act: MandateActPayloads[Name] & { readonly by: Actor },
    now: Instant,
  ) => MandateOutcome;
}
