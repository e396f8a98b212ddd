import { type Instant } from '@tavolo/kernel';
import { type ModeChange, type ModeChangeActName, type ModeChangeActPayloads } from '../mode-change.js';
import { type Refusal } from '../refusal.js';
import { type Actor, type Composition } from '../seat.js';
import { type ModeChangeOutcome } from './change.js';

/** The rule of one act on a change of mode. State and quality of the actor are verified before, from the table of transitions. */
export interface ModeChangeRule<Name extends ModeChangeActName> {
  /** What refuses the act whatever it carries. */
  readonly guard?: (change: ModeChange, actor: Actor, table: Composition, now: Instant) => Refusal | null;
  readonly apply: (
    change: ModeChange,
    act: ModeChangeActPayloads[Name] & { readonly by: Actor; readonly table: Composition },
    now: Instant,
  ) => ModeChangeOutcome;
}
