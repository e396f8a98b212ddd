import { daysBetween, deadlineDate, localDate, localDateOf, plusDays, startOfDay, type Instant } from '@tavolo/kernel';
import { numbersLeaf } from '../explain.js';
import { type Explanation } from '../explanation.js';
import { type Mandate, type MandateTerms } from '../mandate.js';

/** The first moment of the mandate. */
export const startOf = ({ startsOn, zone }: MandateTerms): Instant => startOfDay(localDate(startsOn), zone);

/** The first moment after the mandate: it is in force through the whole of its last day. */
export const expiryOf = ({ expiresOn, zone }: MandateTerms): Instant =>
  startOfDay(plusDays(localDate(expiresOn), 1), zone);

/** The local date by whose end a report is due, so many days after `from`; a time limit, so it moves to a working day. */
export const nextReportDue = ({ reportEveryDays: days, zone, holidays }: MandateTerms, from: Instant): string =>
  deadlineDate({ from, days, zone, holidays });

const lastDayToReport = ({ suspendAfterDays: days, zone, holidays }: MandateTerms, dueOn: string): string =>
  deadlineDate({ from: localDate(dueOn), days, zone, holidays });

/** When a missing report suspends the mandate: the first moment after the last day to file it. `null` where none is due, or it has. */
export function overdueAt({ terms, reportDueOn, suspensions }: Mandate): Instant | null {
  if (reportDueOn === null) return null;
  if (suspensions.some(({ cause, until }) => cause === 'report_overdue' && until === null)) return null;
  return startOfDay(plusDays(localDate(lastDayToReport(terms, reportDueOn)), 1), terms.zone);
}

/** Why it is suspended: how many days the report is late, and how many it may be. */
export function explainOverdue(terms: MandateTerms, dueOn: string, at: Instant): Explanation {
  const due = localDate(dueOn);
  const late = daysBetween(due, localDateOf(at, terms.zone));
  const allowed = daysBetween(due, localDate(lastDayToReport(terms, dueOn)));
  return numbersLeaf('mandate.report', late, 'atMost', allowed, {
    rule: 'mandate.suspendAfterDays',
    values: { dueOn },
  });
}
