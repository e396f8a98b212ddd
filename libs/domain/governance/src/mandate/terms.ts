import { daysBetween, isLocalDate, localDate, plusDays, type LocalDate } from '@tavolo/kernel';
import { expenseTypes, type MandateTerms, type Named } from '../mandate.js';
import { refusal } from '../refuse.js';
import { type Refusal } from '../refusal.js';
import { type RulePlace } from '../rule-places.js';
import { sectors } from '../seat.js';

/** A mandate lasts 36 months at most (domain.md 2.3). */
const mostYears = 3;
/** A billion euro in cents: sums stay far below what a number holds exactly. */
const mostCents = 100_000_000_000;
const mostDays = 3650;

/** Why these terms are none that a mandate can have; `null` when they are. */
export function termsRefused(terms: MandateTerms): Refusal | null {
  return peopleRefused(terms) ?? moneyRefused(terms) ?? timeRefused(terms) ?? daysRefused(terms) ?? namesRefused(terms);
}

const invalid = (term: string, rule: RulePlace, bounds: Refusal['params'] = {}): Refusal =>
  refusal('terms_invalid', rule, { term, ...bounds });

function peopleRefused({ holders, scope, expenseTypes: types }: MandateTerms): Refusal | null {
  const known = holders.every((sector) => sectors.includes(sector));
  if (holders.length === 0 || !known) return invalid('holders', 'mandate.holders');
  if (scope.length === 0) return invalid('scope', 'mandate.scope');
  const typed = types.every((type) => expenseTypes.includes(type));
  return types.length > 0 && typed ? null : invalid('expenseTypes', 'mandate.expenseTypes');
}

function moneyRefused({ budget, perDecision }: MandateTerms): Refusal | null {
  if (!isWithin(budget, 0, mostCents)) return invalid('budget', 'mandate.budget', { min: 0, max: mostCents });
  return isWithin(perDecision, 0, budget)
    ? null
    : invalid('perDecision', 'mandate.perDecision', { min: 0, max: budget });
}

function timeRefused({ startsOn, expiresOn }: MandateTerms): Refusal | null {
  if (!isLocalDate(startsOn) || !isLocalDate(expiresOn)) return invalid('expiresOn', 'mandate.expiresOn');
  const until = lastDay(startsOn);
  return daysBetween(startsOn, expiresOn) >= 0 && expiresOn <= until
    ? null
    : invalid('expiresOn', 'mandate.expiresOn', { from: startsOn, until });
}

/** The last day of 36 months that begin on `startsOn`. */
function lastDay(startsOn: LocalDate): LocalDate {
  const anniversary = `${String(Number(startsOn.slice(0, 4)) + mostYears)}${startsOn.slice(4)}`;
  return isLocalDate(anniversary)
    ? plusDays(anniversary, -1)
    : plusDays(localDate(anniversary.replace('02-29', '03-01')), -1);
}

function daysRefused({ reportEveryDays, suspendAfterDays, revocation }: MandateTerms): Refusal | null {
  const bounds = { min: 1, max: mostDays };
  if (!isWithin(reportEveryDays, 1, mostDays)) return invalid('reportEveryDays', 'mandate.reportEveryDays', bounds);
  if (!isWithin(suspendAfterDays, 0, mostDays)) return invalid('suspendAfterDays', 'mandate.suspendAfterDays', bounds);
  const { noticeDays, grounds } = revocation;
  return isWithin(noticeDays, 1, mostDays) && grounds.length > 0 ? null : invalid('revocation', 'mandate.revocation');
}

/** What is named is named once. */
function namesRefused({ scope, exclusions, revocation }: MandateTerms): Refusal | null {
  const twice = [scope, exclusions, revocation.grounds].some(
    (named: readonly Named[]) => new Set(named.map(({ id }) => id)).size !== named.length,
  );
  return twice ? invalid('names', 'mandate.scope') : null;
}

const isWithin = (value: number, min: number, max: number): boolean =>
  Number.isSafeInteger(value) && value >= min && value <= max;
