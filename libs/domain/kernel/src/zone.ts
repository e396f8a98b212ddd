import { epoch, instant, plusMillis, type Instant } from './instant.js';
import { isLocalDate, localDate, plusDays, type LocalDate } from './local-date.js';

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known) return known;
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  formats.set(zone, format);
  return format;
}

/** What clocks on the wall of the zone show at `moment`, read as if it were UTC, in milliseconds. */
function wallClock(moment: number, zone: string): number {
  const part: Partial<Record<Intl.DateTimeFormatPartTypes, number>> = {};
  for (const { type, value } of formatOf(zone).formatToParts(moment)) part[type] = Number(value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part;
  const wall = new Date(Date.UTC(2000, month - 1, day, hour, minute, second));
  wall.setUTCFullYear(year, month - 1, day);
  return wall.getTime() + (((moment % 1000) + 1000) % 1000);
}

const dateOf = (moment: number, zone: string): LocalDate =>
  localDate(new Date(wallClock(moment, zone)).toISOString().slice(0, 'YYYY-MM-DD'.length));

/** The day on the calendar of the IANA time zone at that moment. Throws `RangeError` for an unknown zone. */
export const localDateOf = (moment: Instant, zone: string): LocalDate => dateOf(epoch(moment), zone);

/** The first moment of a day in a zone: midnight, or the first moment after it where summer time begins at midnight. */
export function startOfDay(date: LocalDate, zone: string): Instant {
  const midnight = Date.parse(`${date}T00:00:00Z`);
  const hour = 3_600_000;
  const offsets = [-26, 26].map((hours) => {
    const near = midnight + hours * hour;
    return wallClock(near, zone) - near;
  });
  const candidates = offsets.map((offset) => midnight - offset).sort((left, right) => left - right);
  for (const candidate of candidates) if (wallClock(candidate, zone) === midnight) return instant(candidate);
  let [before, after] = [midnight - 26 * hour, midnight + 26 * hour];
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (dateOf(middle, zone) < date) before = middle;
    else after = middle;
  }
  return instant(after);
}

/** The last millisecond of a day in a zone, 23:59:59.999 on the wall. */
export const endOfDay = (date: LocalDate, zone: string): Instant => plusMillis(startOfDay(plusDays(date, 1), zone), -1);

/** The day itself, or the day of the moment in the zone. */
export const dayOf = (from: LocalDate | Instant, zone: string): LocalDate =>
  isLocalDate(from) ? from : localDateOf(from, zone);
