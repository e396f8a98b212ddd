import { dateOfDay, dayNumber, localDate, plusDays, weekday, type LocalDate } from './local-date.js';

/** Whose public holidays move a time limit: a country, and further days of the place as `MM-DD` (the patron saint's day). */
export interface HolidayCalendar {
  readonly country: 'IT';
  readonly local: readonly string[];
}

/**
 * Public holidays of Italy on fixed days: law 260/1949 with later changes, `MM-DD` and the first year in which the day counts.
 * Saint Francis, 4 October, is one again from 2026 (law 151/2025).
 */
const fixedItalianHolidays: Readonly<Record<string, number>> = {
  '01-01': 0,
  '01-06': 0,
  '04-25': 0,
  '05-01': 0,
  '06-02': 0,
  '08-15': 0,
  '10-04': 2026,
  '11-01': 0,
  '12-08': 0,
  '12-25': 0,
  '12-26': 0,
};

/** Easter Sunday of a Gregorian year: the Sunday after the ecclesiastical full moon on or after 21 March. */
export function easterSunday(year: number): LocalDate {
  const century = Math.floor(year / 100);
  const goldenNumber = year % 19;
  const lunarCorrection = Math.floor((8 * century + 13) / 25);
  const solarCorrection = century - Math.floor(century / 4);
  const epact = (((19 * goldenNumber + solarCorrection - lunarCorrection + 15) % 30) + 30) % 30;
  // The calendar knows no 30th day of the Paschal moon, and no two years of one cycle with the same late one.
  const late = epact === 29 || (epact === 28 && goldenNumber > 10) ? 1 : 0;
  const fullMoon = dayNumber(localDate(`${String(year).padStart(4, '0')}-03-21`)) + epact - late;
  return dateOfDay(fullMoon + 7 - (weekday(dateOfDay(fullMoon)) % 7));
}

/** Whether `date` is a public holiday of the calendar; Saturdays and Sundays are none by themselves. */
export function isHoliday(date: LocalDate, calendar: HolidayCalendar): boolean {
  const year = Number(date.slice(0, 4));
  const day = date.slice('YYYY-'.length);
  if (calendar.local.includes(day)) return true;
  const since = fixedItalianHolidays[day];
  if (since !== undefined && year >= since) return true;
  const easter = easterSunday(year);
  return date === easter || date === plusDays(easter, 1);
}

/** A day that is neither Saturday, nor Sunday, nor a holiday. */
export const isWorkingDay = (date: LocalDate, calendar: HolidayCalendar): boolean =>
  weekday(date) <= 5 && !isHoliday(date, calendar);

/** `date` itself when it is a working day, otherwise the next one. */
export function workingDayFrom(date: LocalDate, calendar: HolidayCalendar): LocalDate {
  let day = date;
  while (!isWorkingDay(day, calendar)) day = plusDays(day, 1);
  return day;
}
