import { type Brand } from './brand.js';
import { DomainError } from './domain-error.js';

/** A day on the calendar of some place, `YYYY-MM-DD`. Of equal width, so local dates compare as strings. */
export type LocalDate = Brand<string, 'LocalDate'>;

const shape = /^(\d{4})-(\d{2})-(\d{2})$/;
const dayMillis = 86_400_000;

/** True when `value` is a day that exists: `2026-02-29` is none. */
export function isLocalDate(value: string): value is LocalDate {
  if (!shape.test(value)) return false;
  const millis = Date.parse(`${value}T00:00:00Z`);
  return !Number.isNaN(millis) && new Date(millis).toISOString().startsWith(value);
}

/** The local date written as `value`. Throws `DomainError('not_a_date')` when no such day exists. */
export function localDate(value: string): LocalDate {
  if (!isLocalDate(value)) throw new DomainError('not_a_date', { given: value });
  return value;
}

/** Days since 1970-01-01, counting calendar days only. */
export const dayNumber = (date: LocalDate): number => Date.parse(`${date}T00:00:00Z`) / dayMillis;

/** The local date that is `days` since 1970-01-01. */
export const dateOfDay = (days: number): LocalDate =>
  localDate(new Date(days * dayMillis).toISOString().slice(0, 'YYYY-MM-DD'.length));

/** `date` moved by whole calendar days, forwards or backwards. */
export const plusDays = (date: LocalDate, days: number): LocalDate => dateOfDay(dayNumber(date) + days);

/** Calendar days from `from` to `until`; negative when `until` is earlier. */
export const daysBetween = (from: LocalDate, until: LocalDate): number => dayNumber(until) - dayNumber(from);

/** ISO weekday: Monday 1 to Sunday 7. */
export const weekday = (date: LocalDate): number => ((((dayNumber(date) + 3) % 7) + 7) % 7) + 1;
