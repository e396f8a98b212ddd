import { familyRules, elderlyRules } from '../test/tables.js';
import { compareRulebooks } from './compare-rulebooks.js';
import { rulebookSentences } from './rulebook-sentences.js';

describe('two rulebooks side by side', () => {
  it('say the same of everything where they are the same', () => {
    expect(compareRulebooks(familyRules, familyRules).filter(({ same }) => !same)).toEqual([]);
  });

  it('differ only where a rule differs, also where it is left out', () => {
    const other = { ...familyRules, mediationDays: 20, hold: null };
    const different = compareRulebooks(familyRules, other).filter(({ same }) => !same);
    expect(different.map(({ left, right }) => [left?.key, right?.key])).toEqual([
      ['hold', 'noHold'],
      ['mediation', 'mediation'],
    ]);
  });

  it('show what only one of them says beside nothing, each sentence once', () => {
    const more = { ...familyRules, provisions: [{ key: 'notice', numbers: { days: 10 } }] } as const;
    expect(compareRulebooks(familyRules, more).at(-1)).toMatchObject({
      left: null,
      right: { key: 'provision.notice' },
    });
    const rows = compareRulebooks(familyRules, elderlyRules);
    expect(rows.flatMap(({ left }) => left ?? [])).toEqual(rulebookSentences(familyRules));
    expect(rows.flatMap(({ right }) => right ?? [])).toHaveLength(rulebookSentences(elderlyRules).length);
  });
});
