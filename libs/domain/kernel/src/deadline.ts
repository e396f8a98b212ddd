import { workingDayFrom, type HolidayCalendar } from './holidays.js';
import { type Instant } from './instant.js';
import { plusDays, type LocalDate } from './local-date.js';
import { dayOf, endOfDay } from './zone.js';

/** A time limit of `days` calendar days after `from`, a local date or the day of a moment. */
export interface TimeLimit {
  readonly from: LocalDate | Instant;
  /** Whole calendar days, zero or more. */
  readonly days: number;
  /** IANA time zone in which days begin and end. */
  readonly zone: string;
  readonly holidays: HolidayCalendar;
}

/** The local date on which a time limit ends; one that falls on Saturday, Sunday or holiday moves to the next working day. */
export const deadlineDate = ({ from, days, zone, holidays }: TimeLimit): LocalDate =>
  workingDayFrom(plusDays(dayOf(from, zone), days), holidays);

/**
 * When a time limit ends: the end (23:59:59.999 local) of its last day, which moves to the next working day when it falls on
 * Saturday, Sunday or holiday (domain.md 2.1, Time limits). The limit has passed when `now >= deadline`.
 */
export const deadline = (limit: TimeLimit): Instant => endOfDay(deadlineDate(limit), limit.zone);

/** When a standstill of `days` calendar days ends: the end of its last day, whichever day that is (domain.md 2.1: it does not move). */
export const standstillEnd = ({ from, days, zone }: Omit<TimeLimit, 'holidays'>): Instant =>
  endOfDay(plusDays(dayOf(from, zone), days), zone);
