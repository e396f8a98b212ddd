import { localDateOf, type Instant } from '@tavolo/kernel';
import { type Mandate, type MandateReport } from '../mandate.js';
import { reasonMissing } from '../refuse.js';
import { done, not } from './mandate-change.js';
import { type MandateRule } from './mandate-rule.js';
import { nextReportDue } from './mandate-times.js';
import { sumsOf } from './ledger.js';
import { resumeFrom } from './suspending.js';

/**
 * The holders report. The time to the next report runs anew from that day; a mandate that was suspended because the report was missing is
 * active again at once, unless it is suspended for another cause. Also after the end of a mandate, for what it decided last.
 */
export const report: MandateRule<'mandate.reported'> = {
  apply: (mandate, { by, text, decisions }, now) => {
    const why = reasonMissing(text, '2.2 In writing');
    if (why) return not(why);
    const { mandate: resumed, consequences } = resumeFrom(
      withReport(mandate, by.member, text, decisions, now),
      now,
      'report_overdue',
    );
    return done(resumed, consequences);
  },
};

function withReport(
  mandate: Mandate,
  by: MandateReport['by'],
  text: string,
  decisions: readonly string[],
  at: Instant,
): Mandate {
  const { terms, reports, reportDueOn: dueOn, state } = mandate;
  const onTime = dueOn === null || localDateOf(at, terms.zone) <= dueOn;
  const given: MandateReport = {
    n: reports.length + 1,
    by,
    text,
    dueOn,
    onTime,
    decisions,
    spent: sumsOf(mandate).spent,
    at,
  };
  const goesOn = state === 'active' || state === 'suspended';
  return { ...mandate, reports: [...reports, given], reportDueOn: goesOn ? nextReportDue(terms, at) : null };
}
