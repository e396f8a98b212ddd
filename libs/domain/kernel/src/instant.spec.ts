import { epoch, instant, isInstant, plusMillis } from './instant.js';
import { wordsIn } from './words.js';

describe('an instant', () => {
  it('is written in UTC with milliseconds, whatever it was read from', () => {
    const expected = '2026-11-24T08:00:00.000Z';
    expect(instant('2026-11-24T09:00:00+01:00')).toBe(expected);
    expect(instant(new Date(expected))).toBe(expected);
    expect(instant(epoch(instant(expected)))).toBe(expected);
  });

  it('is no text that names no moment', () => {
    expect(() => instant('yesterday')).toThrow(RangeError);
    const written = ['2026-11-24T08:00:00Z', '2026-11-24T08:00:00.000+00:00', '2026-13-24T08:00:00.000Z', 'now'];
    expect(written.filter(isInstant)).toEqual([]);
    expect(isInstant('2026-11-24T08:00:00.000Z')).toBe(true);
  });

  it('is a moment that exists: none is on a day that no month has, nor at an hour that belongs to the next day', () => {
    const written = ['2027-02-30T09:00:00.000Z', '2026-04-31T00:00:00.000Z', '2026-11-24T24:00:00.000Z'];
    expect(written.filter(isInstant)).toEqual([]);
    expect(isInstant('2028-02-29T09:00:00.000Z')).toBe(true);
  });

  it('moves over midnight by whole milliseconds, and orders as its text does', () => {
    const midnight = instant('2026-12-31T23:00:00Z');
    expect(plusMillis(midnight, 3_600_000)).toBe('2027-01-01T00:00:00.000Z');
    expect(plusMillis(midnight, -1) < midnight).toBe(true);
  });
});

describe('words in several languages', () => {
  it('are read in the preferred one, else in one that is there', () => {
    expect(wordsIn({ en: 'table', it: 'tavolo' }, 'it')).toEqual({ text: 'tavolo', language: 'it' });
    expect(wordsIn({ en: 'table' }, 'it')).toEqual({ text: 'table', language: 'en' });
    expect(wordsIn({}, 'it')).toBeNull();
  });
});
