import { type Instant } from '@tavolo/kernel';
import { type Ballot } from '../ballot.js';
import { type ModeChange, type ModeChangeConsequence, type ModeChangeState } from '../mode-change.js';
import { type Refusal } from '../refusal.js';

/** A change of mode and what followed on the way to it. */
export interface ModeChangeStep {
  readonly change: ModeChange;
  readonly consequences: readonly ModeChangeConsequence[];
}

export type ModeChangeOutcome =
  ({ readonly ok: true } & ModeChangeStep) | { readonly ok: false; readonly refusal: Refusal };

/** The change in another state, from `since` on. */
export const become = (change: ModeChange, state: ModeChangeState, since: Instant): ModeChange => ({
  ...change,
  state,
  since,
});

/** The act was accepted. */
export const done = (change: ModeChange, consequences: readonly ModeChangeConsequence[] = []): ModeChangeOutcome => ({
  ok: true,
  change,
  consequences,
});

/** The act was refused. */
export const not = (refusal: Refusal): ModeChangeOutcome => ({ ok: false, refusal });

/** The change with one of its ballots replaced. */
export const withBallot = (change: ModeChange, ballot: Ballot): ModeChange => ({
  ...change,
  ballots: change.ballots.map((one) => (one.key === ballot.key ? ballot : one)),
});
