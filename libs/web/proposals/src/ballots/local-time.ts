import { isLocalDate, plusDays, plusMillis, startOfDay, type Instant } from '@tavolo/kernel';

const hour = 3_600_000;

/**
 * The moment at which clocks in the zone show `time` (`HH:MM`) on that day; `null` when either is no day or no time. Where clocks change
 * during the night, times from four o'clock on are counted back from the next midnight.
 */
export function momentOf(date: string, time: string, zone: string): Instant | null {
  const parts = /^([01]\d|2[0-3]):([0-5]\d)$/u.exec(time);
  if (!isLocalDate(date) || !parts) return null;
  const passed = Number(parts[1]) * hour + Number(parts[2]) * 60_000;
  return passed < 4 * hour
    ? plusMillis(startOfDay(date, zone), passed)
    : plusMillis(startOfDay(plusDays(date, 1), zone), passed - 24 * hour);
}
