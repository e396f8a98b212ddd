import { isLocalDate, type Instant } from '@tavolo/kernel';
import { type Mandate } from '../mandate.js';
import { reasonMissing, refusal } from '../refuse.js';
import { become, done, not, type MandateChange } from './mandate-change.js';
import { type MandateRule } from './mandate-rule.js';
import { nextReportDue, startOf } from './mandate-times.js';

/** The institution grants the mandate in a published act, by its date and reference (domain.md 2.3). Its terms do not change after that. */
export const grant: MandateRule<'mandate.granted'> = {
  guard: ({ grant: given }) =>
    given ? refusal('already_done', '2.3 Auto-administration', { date: given.date }) : null,
  apply: (mandate, { by, organisation, date, reference }, now) => {
    if (!isLocalDate(date))
      return not(refusal('terms_invalid', '2.3 Auto-administration', { term: 'date', given: date }));
    const why = reasonMissing(reference, '2.3 Auto-administration');
    if (why) return not(why);
    const granted: Mandate = { ...mandate, grant: { organisation, date, reference, by: by.member, at: now } };
    if (startOf(mandate.terms) > now) return done(granted);
    const { mandate: active, consequences } = takeEffect(granted, now);
    return done(active, consequences);
  },
};

/** The mandate is in force from now on, and the time to its first report runs. */
export function takeEffect(mandate: Mandate, at: Instant): MandateChange {
  const { terms } = mandate;
  const reportDueOn = nextReportDue(terms, at);
  const data = { mandate: terms.key, expiresOn: terms.expiresOn, reportDueOn };
  return {
    mandate: { ...become(mandate, 'active', at), reportDueOn },
    consequences: [{ name: 'mandate.took_effect', at, data }],
  };
}
