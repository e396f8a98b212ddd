import { localDateOf, type Instant } from '@tavolo/kernel';

/** The local date a whole number of days after the local day of `now`. */
export function firstPossibleDay(now: Instant, days: number, zone: string): string {
  const day = new Date(`${localDateOf(now, zone)}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() + days);
  return day.toISOString().slice(0, 10);
}
