import { type Instant } from '@tavolo/kernel';
import { type Change } from '../mode-procedure.js';
import { type Procedure } from '../procedure.js';
import { advance, nextDue } from '../step.js';

/** What the clock brought about at one instant. */
export interface ClockStep<P extends Procedure = Procedure> extends Change<P> {
  readonly at: Instant;
}

/**
 * What the clock has brought about until `now`, instant by instant: together the same as `advance`, whose consequences are due at these
 * instants. Steps without consequences are among them, for they too change the procedure.
 */
export function clockSteps<P extends Procedure>(procedure: P, now: Instant): readonly ClockStep<P>[] {
  const steps: ClockStep<P>[] = [];
  let current = procedure;
  for (let at = nextDue(current); at !== null && at <= now; at = nextDue(current)) {
    const change = advance(current, at);
    steps.push({ at, ...change });
    current = change.procedure;
  }
  return steps;
}
