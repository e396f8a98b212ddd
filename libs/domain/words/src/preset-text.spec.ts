import { presetOf, presets, provisionNumbers, rulebookFrom, type ProvisionKey } from '@tavolo/governance';
import { languages } from '@tavolo/kernel';
import { provisionMessages } from './messages/provision-messages.js';
import { presetText } from './preset-text.js';
import { rulebookText } from './rulebook-text.js';

const name = {
  key: 'RB-1',
  version: 1,
  adoptedOn: '2026-11-24',
  zone: 'Europe/Rome',
  holidays: { country: 'IT', local: [] },
} as const;

describe.each(languages)('presets in words: %s', (language) => {
  it('leave no number of a rulebook unsaid, and show no code word', () => {
    for (const preset of presets) {
      const rulebook = rulebookFrom(preset, name);
      const { plain, sources, further, ...named } = presetText(preset, language);
      for (const text of [plain, named.name, ...further, ...(rulebook ? rulebookText(rulebook, language) : [])]) {
        expect(text).toMatch(/^[^{}_]+$/u);
        expect(text).not.toMatch(/[a-z][A-Z]|undefined| {2}/u);
      }
      expect(sources.length).toBeGreaterThan(0);
    }
  });

  it('say every number that a provision has', () => {
    const unsaid = Object.entries(provisionNumbers).filter(([key, names]) => {
      const text = provisionMessages.messages[language][key as ProvisionKey];
      const braces = [...text.matchAll(/\{(\w+)\}/gu)].map(([, found]) => found).sort();
      const asked = [...new Set(names.map((one) => (one === 'part' || one === 'whole' ? 'share' : one)))].sort();
      return braces.join() !== asked.join();
    });
    expect(unsaid).toEqual([]);
  });
});

describe('a preset in words', () => {
  it('says when a vote of the tripartite conference is void', () => {
    const { further } = presetText(presetOf('ilo-tripartite'), 'en');
    expect(further).toContain(
      'A vote is void unless, of this number (seats that are there), this part (votes for yes and votes for no) is at least 1⁄2.',
    );
    expect(further[0]).toBe('Public bodies: 1⁄2 of the seats with a vote, whether they are filled or not.');
  });

  it('says its provisions with their numbers', () => {
    expect(presetText(presetOf('de-youth-committee'), 'it').further).toContain(
      'Se lo chiede 1⁄5 dei membri, una riunione si tiene entro 28 giorni.',
    );
  });
});
