import { type Instant } from '@tavolo/kernel';
import { type Mandate } from '../mandate.js';
import { takeEffect } from './granting.js';
import { type MandateChange } from './mandate-change.js';
import { ended } from './mandate-end.js';
import { expiryOf, overdueAt, startOf } from './mandate-times.js';
import { suspendForReport } from './suspending.js';

/** When the clock changes a mandate next: its start, a report that is too late, or its expiry; `null` when it never will. */
export function mandateDue(mandate: Mandate): Instant | null {
  const { state, terms, grant } = mandate;
  if (state === 'proposed') return grant ? startOf(terms) : null;
  if (state !== 'active' && state !== 'suspended') return null;
  const expiry = expiryOf(terms);
  const overdue = overdueAt(mandate);
  return overdue !== null && overdue < expiry ? overdue : expiry;
}

/** What the clock brings about at that instant. */
export function mandateOnDue(mandate: Mandate, at: Instant): MandateChange {
  const { state, terms, reportDueOn } = mandate;
  if (state === 'proposed') return takeEffect(mandate, at);
  if (at < expiryOf(terms) && reportDueOn !== null) return suspendForReport(mandate, reportDueOn, at);
  return {
    mandate: ended(mandate, 'expired', null, at),
    consequences: [{ name: 'mandate.expired', at, data: { mandate: terms.key, expiresOn: terms.expiresOn } }],
  };
}
