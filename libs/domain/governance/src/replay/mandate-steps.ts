import { type Instant } from '@tavolo/kernel';
import { type Mandate } from '../mandate.js';
import { type MandateChange } from '../mandate/mandate-change.js';
import { advanceMandate, nextMandateDue } from '../mandate/mandate.js';

/** What the clock brings about on a mandate until `now`, instant by instant: together the same as `advanceMandate`. */
export function mandateClockSteps(mandate: Mandate, now: Instant): readonly MandateChange[] {
  const steps: MandateChange[] = [];
  let current = mandate;
  for (let at = nextMandateDue(current); at !== null && at <= now; at = nextMandateDue(current)) {
    const change = advanceMandate(current, at);
    steps.push(change);
    current = change.mandate;
  }
  return steps;
}
