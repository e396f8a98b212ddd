import fc from 'fast-check';
import { deadline, deadlineDate, standstillEnd } from './deadline.js';
import { easterSunday, isHoliday, isWorkingDay, workingDayFrom, type HolidayCalendar } from './holidays.js';
import { epoch, instant } from './instant.js';
import { dateOfDay, dayNumber, daysBetween, isLocalDate, localDate, plusDays, weekday } from './local-date.js';
import { endOfDay, localDateOf, startOfDay } from './zone.js';

const rome = 'Europe/Rome';
const italy: HolidayCalendar = { country: 'IT', local: [] };
const day = fc
  .integer({ min: dayNumber(localDate('1990-01-01')), max: dayNumber(localDate('2090-12-31')) })
  .map(dateOfDay);

/** The European rule written out by hand: summer time from the last Sunday of March, 01:00 UTC, to the last Sunday of October. */
function romanOffsetHours(moment: number): 1 | 2 {
  const year = new Date(moment).getUTCFullYear();
  const lastSunday = (month: number): number => {
    const end = new Date(Date.UTC(year, month + 1, 0, 1));
    return end.getTime() - end.getUTCDay() * 86_400_000;
  };
  return moment >= lastSunday(2) && moment < lastSunday(9) ? 2 : 1;
}

describe('a local date', () => {
  it.each(['2026-02-29', '2026-13-01', '2026-00-10', '2026-1-1', '2026-04-31', ''])('does not exist: %j', (text) => {
    expect(isLocalDate(text)).toBe(false);
    expect(() => localDate(text)).toThrow(/^not_a_date /);
  });

  it('counts days over the ends of months and years', () => {
    expect(plusDays(localDate('2026-12-31'), 1)).toBe('2027-01-01');
    expect(plusDays(localDate('2028-02-28'), 1)).toBe('2028-02-29');
    expect(plusDays(localDate('2027-03-01'), -1)).toBe('2027-02-28');
    expect(daysBetween(localDate('2026-11-24'), localDate('2026-12-04'))).toBe(10);
  });

  it('knows its weekday', () => {
    expect(weekday(localDate('2026-11-24'))).toBe(2);
    expect(weekday(localDate('1969-12-28'))).toBe(7);
    fc.assert(
      fc.property(day, (date) => {
        expect(weekday(date) % 7).toBe(new Date(`${date}T12:00:00Z`).getUTCDay());
      }),
    );
  });
});

describe('public holidays', () => {
  it.each([
    [1818, '1818-03-22'],
    [1943, '1943-04-25'],
    [1954, '1954-04-18'],
    [1981, '1981-04-19'],
    [2000, '2000-04-23'],
    [2019, '2019-04-21'],
    [2024, '2024-03-31'],
    [2025, '2025-04-20'],
    [2026, '2026-04-05'],
    [2027, '2027-03-28'],
    [2038, '2038-04-25'],
    [2049, '2049-04-18'],
    [2076, '2076-04-19'],
    [2285, '2285-03-22'],
  ])('put Easter of %i on %s', (year, date) => {
    expect(easterSunday(year)).toBe(date);
  });

  it('put Easter on a Sunday between 22 March and 25 April in every year', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1583, max: 4000 }), (year) => {
        const easter = easterSunday(year);
        expect(weekday(easter)).toBe(7);
        expect(easter.slice(5) >= '03-22' && easter.slice(5) <= '04-25').toBe(true);
      }),
    );
  });

  it.each([
    ['2026-01-01', true],
    ['2026-01-06', true],
    ['2026-04-05', true],
    ['2026-04-06', true],
    ['2026-04-07', false],
    ['2026-04-25', true],
    ['2026-05-01', true],
    ['2026-06-02', true],
    ['2026-08-15', true],
    ['2025-10-04', false],
    ['2027-10-04', true],
    ['2026-11-01', true],
    ['2026-12-08', true],
    ['2026-12-25', true],
    ['2026-12-26', true],
    ['2026-12-24', false],
  ])('include %s in Italy: %s', (date, expected) => {
    expect(isHoliday(localDate(date), italy)).toBe(expected);
  });

  it('include the day of the patron saint of the place', () => {
    const milan: HolidayCalendar = { country: 'IT', local: ['12-07'] };
    expect(isHoliday(localDate('2026-12-07'), milan)).toBe(true);
    expect(isHoliday(localDate('2026-12-07'), italy)).toBe(false);
    // Monday Saint Ambrose, Tuesday the Immaculate Conception.
    expect(workingDayFrom(localDate('2026-12-05'), milan)).toBe('2026-12-09');
  });
});

describe('a day in a time zone', () => {
  it.each([
    ['2026-03-29', '2026-03-28T23:00:00.000Z', '2026-03-29T21:59:59.999Z'],
    ['2026-10-25', '2026-10-24T22:00:00.000Z', '2026-10-25T22:59:59.999Z'],
    ['2026-12-31', '2026-12-30T23:00:00.000Z', '2026-12-31T22:59:59.999Z'],
    ['2026-07-01', '2026-06-30T22:00:00.000Z', '2026-07-01T21:59:59.999Z'],
  ])('%s in Rome begins and ends when clocks there say so', (date, begins, ends) => {
    expect([startOfDay(localDate(date), rome), endOfDay(localDate(date), rome)]).toEqual([begins, ends]);
  });

  it('begins after midnight where summer time begins at midnight, and with the first midnight where one comes twice', () => {
    expect(startOfDay(localDate('2018-11-04'), 'America/Sao_Paulo')).toBe('2018-11-04T03:00:00.000Z');
    expect(startOfDay(localDate('2020-11-01'), 'America/Havana')).toBe('2020-11-01T04:00:00.000Z');
    expect(startOfDay(localDate('2026-06-01'), 'Pacific/Kiritimati')).toBe('2026-05-31T10:00:00.000Z');
    expect(startOfDay(localDate('2026-06-01'), 'Pacific/Niue')).toBe('2026-06-01T11:00:00.000Z');
  });

  it('agrees in Rome with the European summer time rule written out by hand', () => {
    const from2000 = fc.integer({ min: Date.UTC(2000, 0, 1), max: Date.UTC(2090, 0, 1) });
    fc.assert(
      fc.property(from2000, (moment) => {
        const wall = new Date(moment + romanOffsetHours(moment) * 3_600_000).toISOString();
        expect(localDateOf(instant(moment), rome)).toBe(wall.slice(0, 10));
      }),
    );
  });

  it('contains its first and its last millisecond, and no more', () => {
    fc.assert(
      fc.property(day, fc.constantFrom(rome, 'UTC', 'America/New_York', 'Asia/Kathmandu'), (date, zone) => {
        const [start, end] = [epoch(startOfDay(date, zone)), epoch(endOfDay(date, zone))];
        const around = [start - 1, start, end, end + 1].map((moment) => localDateOf(instant(moment), zone));
        expect(around).toEqual([plusDays(date, -1), date, date, plusDays(date, 1)]);
      }),
    );
  });
});

describe('a time limit', () => {
  const of = (from: string, days: number): string =>
    deadlineDate({ from: localDate(from), days, zone: rome, holidays: italy });

  it.each([
    ['thirty days that end on a Sunday', '2026-12-04', 30, '2027-01-04'],
    ['ten days over an ordinary week', '2026-12-04', 10, '2026-12-14'],
    ['thirty days into the new year', '2026-12-14', 30, '2027-01-13'],
    ['sixty days that end on a Saturday', '2026-10-20', 60, '2026-12-21'],
    ['a day that is Christmas Eve stays', '2026-12-14', 10, '2026-12-24'],
    ['Christmas, Saint Stephen and a Sunday in a row', '2026-12-15', 10, '2026-12-28'],
    ['Easter Sunday moves over Easter Monday', '2026-03-26', 10, '2026-04-07'],
    ['no day at all', '2026-11-24', 0, '2026-11-24'],
  ])('of %s ends on the next working day', (_what, from, days, expected) => {
    expect(of(from, days)).toBe(expected);
  });

  it('ends at the end of that local day, in winter and in summer', () => {
    const limit = (from: string): string => deadline({ from: localDate(from), days: 1, zone: rome, holidays: italy });
    expect(limit('2026-12-13')).toBe('2026-12-14T22:59:59.999Z');
    expect(limit('2026-06-10')).toBe('2026-06-11T21:59:59.999Z');
  });

  it('counts from the local day of a moment, not from its day in UTC', () => {
    const from = instant('2026-10-05T22:30:00Z');
    expect(deadlineDate({ from, days: 1, zone: rome, holidays: italy })).toBe('2026-10-07');
    expect(deadlineDate({ from, days: 1, zone: 'UTC', holidays: italy })).toBe('2026-10-06');
  });

  it('is not moved when it is a standstill', () => {
    expect(standstillEnd({ from: localDate('2026-12-15'), days: 10, zone: rome })).toBe('2026-12-25T22:59:59.999Z');
  });

  it('ends on the first working day that is late enough, whatever the start', () => {
    fc.assert(
      fc.property(day, fc.nat({ max: 400 }), (from, days) => {
        const end = deadlineDate({ from, days, zone: rome, holidays: italy });
        expect(isWorkingDay(end, italy)).toBe(true);
        const earliest = plusDays(from, days);
        for (let skipped = earliest; skipped < end; skipped = plusDays(skipped, 1)) {
          expect(isWorkingDay(skipped, italy)).toBe(false);
        }
        expect(end >= earliest).toBe(true);
      }),
    );
  });
});
