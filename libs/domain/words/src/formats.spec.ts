import { formats, fromLocalParts, localParts } from './formats.js';

const english = formats('en');
const italian = formats('it');
const now = Date.parse('2026-11-24T08:00:00.000Z');

describe('dates and times', () => {
  it('are local to the table, in the reader’s language', () => {
    expect(english.dateTime('2026-12-04T16:00:00.000Z')).toBe('Friday 4 December 2026, 17:00');
    expect(italian.dateTime('2026-12-04T16:00:00.000Z')).toBe('venerdì 4 dicembre 2026, 17:00');
  });

  it('show the day on which a deadline ends at 23:59:59 local time, not the next day', () => {
    expect(english.date('2026-12-14T22:59:59.000Z')).toBe('14 December 2026');
  });

  it('write local dates without moving them', () => {
    expect(english.date('2027-01-13')).toBe('13 January 2027');
    expect(italian.date('2027-01-13')).toBe('13 gennaio 2027');
  });
});

describe('the distance of a deadline', () => {
  it.each([
    ['2026-11-24T08:30:00.000Z', 'in 30 minutes'],
    ['2026-11-24T22:59:59.000Z', 'in 14 hours'],
    ['2026-11-30T22:59:59.000Z', 'in 6 days'],
    ['2026-11-21T08:00:00.000Z', '3 days ago'],
  ])('of %s is said as %s', (at, said) => {
    expect(english.distance(at, now)).toBe(said);
  });

  it('counts calendar days, not periods of 24 hours', () => {
    expect(english.distance('2026-11-27T22:59:59.000Z', Date.parse('2026-11-24T22:30:00.000Z'))).toBe('in 3 days');
    expect(italian.distance('2026-11-30T22:59:59.000Z', now)).toBe('tra 6 giorni');
  });
});

describe('amounts of money', () => {
  it('are written as the reader writes them, exact to the cent', () => {
    expect(english.money('62000')).toBe('€62,000.00');
    expect(italian.money('9007199254740993.25').replaceAll('\u00a0', ' ')).toBe('9.007.199.254.740.993,25 €');
  });
});

describe('local parts', () => {
  it.each([
    '2026-11-24T08:00:00.000Z',
    '2026-07-01T21:59:00.000Z',
    '2027-03-28T01:30:00.000Z',
    '2026-12-31T23:00:00.000Z',
  ])('of %s lead back to the same moment', (moment) => {
    const { date, time } = localParts(moment);
    expect(fromLocalParts(date, time)).toBe(moment);
  });
});
