import { quorumOf, rulePlaces, type Elector, type Sector } from '@tavolo/governance';
import { seatId } from '@tavolo/kernel';
import { explanationText, rulePlaceText } from './explanation-text.js';

const electors = (sector: Sector, ...seats: readonly string[]): readonly Elector[] =>
  seats.map((seat) => ({ seat: seatId(seat), sector }));
const electorate = [
  ...electors('public', 'a', 'b', 'c', 'd'),
  ...electors('third_sector', 'e', 'f', 'g', 'h', 'i'),
  ...electors('citizens', 'j', 'k', 'l'),
];
const { explanation } = quorumOf({
  rule: {
    overall: { fraction: '1/2', strict: true },
    perSector: { fraction: '1/3', min: 1 },
    emptySector: 'block',
  },
  call: 1,
  parties: ['public', 'third_sector', 'citizens'],
  electorate,
  present: ['a', 'b', 'c', 'e', 'f', 'g'].map(seatId),
});

describe('an explanation in words', () => {
  it('says every part with its numbers, and which parts do not hold', () => {
    expect(explanationText(explanation, { language: 'en' })).toBe(
      [
        '✗ The quorum is not reached.',
        '  ✗ Seats taking part: 6 of 12; needed: 7 (more than 1⁄2).',
        '  ✓ Public bodies, seats taking part: 3 of 4; needed: 2.',
        '  ✓ Third sector, seats taking part: 3 of 5; needed: 2.',
        '  ✗ Citizens, seats taking part: 0 of 3; needed: 1.',
      ].join('\n'),
    );
  });

  it('says the same in Italian', () => {
    expect(explanationText(explanation, { language: 'it' })).toContain(
      '✗ Seggi che partecipano: 6 su 12; necessari: 7 (più di 1⁄2).',
    );
  });
});

describe('the place of a rule in words', () => {
  it.each(['en', 'it'] as const)('never is the code of the place: %s', (language) => {
    const coded = rulePlaces.filter((place) => {
      const text = rulePlaceText(place, language);
      return text === null || /\d|→|\w\.\w|[a-z][A-Z]/u.test(text);
    });
    expect(coded).toEqual([]);
  });

  it('is left out where this version does not know it, as in older logs', () => {
    expect(rulePlaceText('quorum.thirdCall.afterDays', 'en')).toBeNull();
    expect(rulePlaceText(undefined, 'it')).toBeNull();
  });
});
