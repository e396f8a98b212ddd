import { catalogue } from './catalogue.js';
import { messagesIn } from './messages-in.js';

const words = catalogue(
  'seats',
  {
    seats_zero: 'nobody',
    seats_one: 'one seat',
    seats_other: '{count} seats of {sector}',
    days_one: '{count} day',
    days_other: '{count} days',
    plain: 'in {where}',
  },
  {
    seats_zero: 'nessuno',
    seats_one: 'un seggio',
    seats_other: '{count} seggi di {sector}',
    days_one: '{count} giorno',
    days_other: '{count} giorni',
    plain: 'in {where}',
  },
);

describe('a message', () => {
  const english = messagesIn(words, 'en');
  const italian = messagesIn(words, 'it');

  it('chooses its form by the number that it counts, with words of its own for none where it has them', () => {
    expect([0, 1, 2].map((count) => english('seats', { count, sector: 'x' }))).toEqual([
      'nobody',
      'one seat',
      '2 seats of x',
    ]);
    expect([0, 1, 1_000_000].map((count) => italian('days', { count }))).toEqual([
      '0 giorni',
      '1 giorno',
      '1000000 giorni',
    ]);
  });

  it('fills its braces once: what is put in is never read as braces again', () => {
    expect(english('plain', { where: '{count} $& {where}' })).toBe('in {count} $& {where}');
    expect(english('plain')).toBe('in ');
  });

  it('says a key without words as it is', () => {
    expect(english('elsewhere' as 'plain')).toBe('elsewhere');
  });

  it('elides Italian articles before the eighth and the eleventh of a month', () => {
    const dates = messagesIn(
      catalogue(
        'dates',
        { on: 'on {date}', since: 'From {date}', until: 'to {date}' },
        { on: 'Il {date}', since: 'fissata dal {date}', until: 'fino al {date}' },
      ),
      'it',
    );
    expect(dates('on', { date: '8 settembre 2026' })).toBe('L’8 settembre 2026');
    expect(dates('since', { date: '11 maggio 2026' })).toBe('fissata dall’11 maggio 2026');
    expect(dates('until', { date: '18 maggio 2026' })).toBe('fino al 18 maggio 2026');
    expect(dates('until', { date: '8 voti' })).toBe('fino al 8 voti');
  });
});
