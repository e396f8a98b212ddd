import { familyRules, elderlyRules } from '../test/tables.js';
import { ballotWith, votes } from '../test/ballots.js';
import { compareRulebooks, recountUnder } from './compare-rulebooks.js';
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

describe('a past ballot under other rules', () => {
  it('is counted again with the votes that it had, and stays what it was', () => {
    const ballot = ballotWith({
      votes: votes({ yes: ['m02', 'm04', 'm05', 'm09', 'm12', 'm14', 'm16'], no: ['m30', 'm34', 'm35'] }),
    });
    const before = JSON.stringify(ballot);
    const withoutConcurrence = { ...familyRules, decision: { ...familyRules.decision, concurrence: [] } };
    expect(recountUnder(ballot, familyRules).verdict).toBe('rejected');
    expect(recountUnder(ballot, withoutConcurrence).verdict).toBe('adopted');
    expect(JSON.stringify(ballot)).toBe(before);
  });
});
