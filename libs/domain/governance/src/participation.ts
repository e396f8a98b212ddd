import { type Instant } from '@tavolo/kernel';
import { type Expectation } from './expectation.js';
import { type Procedure } from './procedure.js';
import { type Refusal } from './refusal.js';
import { modeOf } from './registry.js';
import { type Actor, type Composition } from './seat.js';
import { advance } from './step.js';

/**
 * What is expected of someone now, most urgent first; of the public when `actor` is `null`. Never empty: where nothing is expected it
 * says so (`nothing`). Where the hash of the live text is known, confirmations of an earlier text are told from those of this one.
 */
export function expectations(
  procedure: Procedure,
  actor: Actor | null,
  table: Composition,
  now: Instant,
  textHash: string | null = null,
): readonly Expectation[] {
  const current = advance(procedure, now).procedure;
  const found = modeOf(current).expectations(current, actor, table, { now, textHash });
  return found.length > 0 ? found : [{ key: 'nothing', act: null, until: current.deadline, params: {} }];
}

/** Why someone may not write on the live text now, or `null` when she may. */
export function writingRefused(procedure: Procedure, actor: Actor, table: Composition, now: Instant): Refusal | null {
  const current = advance(procedure, now).procedure;
  return modeOf(current).writingRefused(current, actor, table);
}

/** Whether someone may write on the live text now. */
export const mayWriteText = (procedure: Procedure, actor: Actor, table: Composition, now: Instant): boolean =>
  writingRefused(procedure, actor, table, now) === null;
