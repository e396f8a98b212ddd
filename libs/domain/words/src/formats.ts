import { type Language } from '@tavolo/kernel';

/** Where days begin and end when nothing else is said. */
export const homeZone = 'Europe/Rome';

const locale = { en: 'en-GB', it: 'it-IT' } as const;
const day = 86_400_000;

/** How dates, times and numbers are written for a reader. Instants are ISO texts; dates are local dates `YYYY-MM-DD`. */
export interface Formats {
  /** `24 November 2026` */
  readonly date: (value: string) => string;
  /** `Tuesday 24 November 2026, 09:00` */
  readonly dateTime: (instant: string) => string;
  /** `24 Nov, 09:00`, for lists and tables. */
  readonly shortDateTime: (instant: string) => string;
  /** `09:00` */
  readonly time: (instant: string) => string;
  /** `Italy Time` */
  readonly zone: (instant: string) => string;
  /** `in 3 days`, `5 hours ago`; from two days on it counts calendar days in the zone. */
  readonly distance: (instant: string, now: number) => string;
  readonly number: (value: number) => string;
  /** `€62,000.00`, from euro as a number or a decimal text; exact, however many digits it has. */
  readonly money: (value: number | string) => string;
  /** `33.3%`, of a share between 0 and 1. */
  readonly percent: (share: number) => string;
  /** `two thirds` as the reader writes a fraction: `2/3` becomes `2⁄3`. */
  readonly fraction: (value: string) => string;
  /** `public bodies, third sector and citizens` */
  readonly list: (parts: readonly string[]) => string;
}

/** Formats in a language and a time zone (IANA name). */
export function formats(language: Language, zone: string = homeZone): Formats {
  const tag = locale[language];
  const write = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(tag, { timeZone: zone, ...options });
  const long = { day: 'numeric', month: 'long', year: 'numeric' } as const;
  const clock = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
  const date = write(long);
  const localDate = new Intl.DateTimeFormat(tag, { ...long, timeZone: 'UTC' });
  const weekday = write({ weekday: 'long' });
  const shortDate = write({ day: 'numeric', month: 'short', year: 'numeric' });
  const time = write(clock);
  const relative = new Intl.RelativeTimeFormat(tag, { numeric: 'auto' });
  const number = new Intl.NumberFormat(tag, { useGrouping: 'always' });
  const money = new Intl.NumberFormat(tag, { style: 'currency', currency: 'EUR', useGrouping: 'always' });
  const percent = new Intl.NumberFormat(tag, { style: 'percent', maximumFractionDigits: 1 });
  const list = new Intl.ListFormat(tag, { type: 'conjunction' });
  const at = (instant: string) => new Date(instant);

  return {
    date: (value) => (value.length === 10 ? localDate.format(at(`${value}T00:00:00Z`)) : date.format(at(value))),
    dateTime: (value) => `${weekday.format(at(value))} ${date.format(at(value))}, ${time.format(at(value))}`,
    shortDateTime: (value) => `${shortDate.format(at(value))}, ${time.format(at(value))}`,
    time: (value) => time.format(at(value)),
    zone: (value) =>
      write({ timeZoneName: 'shortGeneric' })
        .formatToParts(at(value))
        .find(({ type }) => type === 'timeZoneName')?.value ?? zone,
    distance: (value, now) => {
      const millis = at(value).getTime() - now;
      if (Math.abs(millis) < 60_000) return relative.format(0, 'second');
      if (Math.abs(millis) < 3_600_000) return relative.format(Math.trunc(millis / 60_000), 'minute');
      if (Math.abs(millis) < 2 * day) return relative.format(Math.trunc(millis / 3_600_000), 'hour');
      return relative.format(Math.round((dayNumber(at(value), zone) - dayNumber(new Date(now), zone)) / day), 'day');
    },
    number: (value) => number.format(value),
    money: (value) => money.format(value as number | `${number}`),
    percent: (share) => percent.format(share),
    fraction: (value) => value.replace('/', '⁄'),
    list: (parts) => list.format(parts),
  };
}

/** The local calendar day of a moment, as the UTC midnight of the same date. */
function dayNumber(moment: Date, zone: string): number {
  const parts = new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' });
  return Date.parse(`${parts.format(moment)}T00:00:00Z`);
}

/** The local date `YYYY-MM-DD` and time `HH:MM` of a moment in a zone, for the values of date and time fields. */
export function localParts(instant: string | number, zone: string = homeZone): { date: string; time: string } {
  const write = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat('en-CA', { timeZone: zone, ...options }).format(new Date(instant));
  return {
    date: write({ year: 'numeric', month: '2-digit', day: '2-digit' }),
    time: write({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }),
  };
}

/** The moment of a local date and time in a zone, as an ISO text in UTC; in the gap of a clock change, the moment after it. */
export function fromLocalParts(date: string, time: string, zone: string = homeZone): string {
  const wanted = Date.parse(`${date}T${time}:00Z`);
  let guess = wanted;
  // Two rounds settle the offset, also beside a change to or from summer time.
  for (let round = 0; round < 2; round += 1) {
    const seen = localParts(guess, zone);
    guess += wanted - Date.parse(`${seen.date}T${seen.time}:00Z`);
  }
  return new Date(guess).toISOString();
}
