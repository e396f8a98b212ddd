import { type Instant } from '@tavolo/kernel';
import { type Mandate, type Suspension } from '../mandate.js';
import { reasonMissing, refusal } from '../refuse.js';
import { type Refusal } from '../refusal.js';
import { become, done, not, type MandateChange } from './mandate-change.js';
import { type MandateRule } from './mandate-rule.js';
import { explainOverdue } from './mandate-times.js';

const isOpen =
  (cause: Suspension['cause']) =>
  (one: Suspension): boolean =>
    one.cause === cause && one.until === null;

/** Refuses what is not one of the grounds that the mandate states. */
export function groundRefused({ terms }: Mandate, ground: string): Refusal | null {
  const grounds = terms.revocation.grounds.map(({ id }) => id);
  return grounds.includes(ground) ? null : refusal('ground_not_admitted', 'mandate.revocation', { ground, grounds });
}

/** The institution suspends the mandate at once for a serious breach, on one of its grounds and with written reasons. */
export const suspend: MandateRule<'mandate.suspended'> = {
  guard: ({ suspensions }) =>
    suspensions.some(isOpen('serious_breach')) ? refusal('already_done', '2.3 Auto-administration') : null,
  apply: (mandate, { ground, reason }, now) => {
    const why = groundRefused(mandate, ground) ?? reasonMissing(reason, '2.1 Written reasons');
    if (why) return not(why);
    return done(withSuspension(mandate, { cause: 'serious_breach', ground, reason, from: now, until: null }));
  },
};

/** The institution ends the suspension for a serious breach. */
export const resume: MandateRule<'mandate.resumed'> = {
  guard: ({ suspensions }) =>
    suspensions.some(isOpen('serious_breach')) ? null : refusal('already_done', '2.3 Auto-administration'),
  apply: (mandate, { reason }, now) => {
    const why = reasonMissing(reason, '2.1 Written reasons');
    if (why) return not(why);
    const { mandate: resumed, consequences } = resumeFrom(mandate, now, 'serious_breach');
    return done(resumed, consequences);
  },
};

/** The report is too late: the mandate is suspended until it is filed. */
export function suspendForReport(mandate: Mandate, dueOn: string, at: Instant): MandateChange {
  const { terms } = mandate;
  const cause = 'report_overdue';
  const data = { mandate: terms.key, cause, dueOn };
  return {
    mandate: withSuspension(mandate, { cause, ground: null, reason: null, from: at, until: null }),
    consequences: [{ name: 'mandate.suspended', at, data, explanation: explainOverdue(terms, dueOn, at) }],
  };
}

const withSuspension = (mandate: Mandate, suspension: Suspension): Mandate => {
  const suspensions = [...mandate.suspensions, suspension];
  const suspended = mandate.state === 'suspended' ? mandate : become(mandate, 'suspended', suspension.from);
  return { ...suspended, suspensions };
};

/** Ends the open suspension of that cause; the mandate is active again when it was the only one. Nothing where there was none. */
export function resumeFrom(mandate: Mandate, at: Instant, cause: Suspension['cause']): MandateChange {
  if (!mandate.suspensions.some(isOpen(cause))) return { mandate, consequences: [] };
  const suspensions = mandate.suspensions.map((one) => (isOpen(cause)(one) ? { ...one, until: at } : one));
  const ended: Mandate = { ...mandate, suspensions };
  if (ended.state !== 'suspended' || suspensions.some(({ until }) => until === null)) {
    return { mandate: ended, consequences: [] };
  }
  const data = { mandate: mandate.terms.key, cause };
  return { mandate: become(ended, 'active', at), consequences: [{ name: 'mandate.reactivated', at, data }] };
}
