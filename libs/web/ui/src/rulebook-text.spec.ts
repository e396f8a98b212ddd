import { type PlanningRulebook } from '@tavolo/governance';
import { rulebookText, whoDecidesText } from './rulebook-text.js';

const rulebook: PlanningRulebook = {
  key: 'RB-1',
  version: 1,
  adoptedOn: '2026-03-16',
  zone: 'Europe/Rome',
  holidays: { country: 'IT', local: [] },
  mode: 'planning',
  parties: ['public', 'third_sector'],
  quorum: { overall: { fraction: '1/2', strict: true }, emptySector: 'block' },
  decision: { first: 'ballot', base: 'cast', threshold: { fraction: '2/3', strict: false }, concurrence: [] },
  hold: null,
  maxReferBack: 1,
  mediationDays: 15,
  negotiationDays: 120,
  ratificationDays: 15,
  maxConsentRounds: 2,
  ratifyingOrgan: { name: { en: 'Assembly of Mayors', it: 'Assemblea dei Sindaci' }, days: 60 },
};

describe('a rulebook in plain words', () => {
  it('leaves no value unsaid', () => {
    for (const language of ['en', 'it'] as const) {
      const sentences = rulebookText(rulebook, language);
      expect(sentences.length).toBeGreaterThan(8);
      expect(sentences.filter((sentence) => /[{}]|undefined|\[object/.test(sentence))).toEqual([]);
    }
  });

  it('says the majority as it is', () => {
    expect(rulebookText(rulebook, 'en')).toContain(
      'In a ballot the text is adopted when at least 2⁄3 of the votes cast as yes or no are yes.',
    );
  });
});

describe('who decides', () => {
  it('names the majority and the organ, and claims no concurrence that the rules do not ask for', () => {
    expect(whoDecidesText(rulebook, 'en')).toBe(
      'The table decides together, by a ballot with at least 2⁄3 of the votes cast as yes or no. Then Assembly of Mayors confirms or refuses within 60 days.',
    );
  });

  it('names the sectors that have to concur', () => {
    const concurring = {
      ...rulebook,
      decision: { ...rulebook.decision, concurrence: ['public', 'citizens'] as const },
    };
    expect(whoDecidesText(concurring, 'it')).toContain('più sì che no: Enti pubblici e Cittadini.');
  });
});
