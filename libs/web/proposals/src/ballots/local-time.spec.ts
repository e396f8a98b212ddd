import { momentOf } from './local-time.js';

describe('a time of a local day', () => {
  it.each([
    ['2026-11-24', '18:00', '2026-11-24T17:00:00.000Z'],
    ['2026-07-01', '09:30', '2026-07-01T07:30:00.000Z'],
    ['2026-07-01', '00:15', '2026-06-30T22:15:00.000Z'],
    // Clocks change in the night before.
    ['2026-10-25', '18:00', '2026-10-25T17:00:00.000Z'],
    ['2026-03-29', '18:00', '2026-03-29T16:00:00.000Z'],
    ['2026-03-29', '01:30', '2026-03-29T00:30:00.000Z'],
  ])('%s at %s in Rome is %s', (date, time, moment) => {
    expect(momentOf(date, time, 'Europe/Rome')).toBe(moment);
  });

  it.each([
    ['', '18:00'],
    ['2026-02-30', '18:00'],
    ['2026-11-24', ''],
    ['2026-11-24', '24:00'],
  ])('is no moment when the day is “%s” and the time “%s”', (date, time) => {
    expect(momentOf(date, time, 'Europe/Rome')).toBeNull();
  });
});
