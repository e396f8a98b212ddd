import { type JsonObject } from '@tavolo/kernel';
import { WrittenRules } from '../../test/rulebook-changes.js';
import { familyRules, familyTable } from '../../test/tables.js';
import { withValueAt } from '../rulebook-parameters.js';
import { type ProcedureEntry } from './entries.js';
import { replayLog } from './replay-log.js';

const reason = 'Mediation of two weeks was too short for the families.';
const voters = familyTable.seats.flatMap(({ right, holder }) => (right === 'vote' && holder ? [holder] : []));

/** Drafted twice, voted on by all, confirmed: the market gets a vote. */
function adopted(): readonly ProcedureEntry[] {
  const rules = new WrittenRules(familyTable, familyRules, '2026-11-24T09:00:00Z')
    .draft('m12', withValueAt(familyRules, 'mediationDays', 20))
    .redraft('m12', { ...withValueAt(familyRules, 'mediationDays', 21), market: 'vote' })
    .propose('m12', reason);
  const voted = voters.reduce((one, member) => one.vote(member, member === 'm02' ? 'no' : 'yes'), rules);
  return voted.at('2026-12-05T09:00:00Z').confirm('m40').entries;
}

const changed = (act: string, change: (data: JsonObject) => JsonObject): readonly ProcedureEntry[] => {
  const entries = adopted();
  const index = entries.findLastIndex((entry) => entry.act === act);
  return entries.map((entry, n) => (n === index ? { ...entry, data: change(entry.data) } : entry));
};

describe('the log of a change of the rules that is carried out again', () => {
  it('comes out as recorded, and holds no words that somebody wrote', () => {
    const { differences, unreplayable, acts } = replayLog(adopted());
    expect([differences, unreplayable]).toEqual([[], []]);
    expect(acts).toBe(voters.length + 4);
    expect(JSON.stringify(adopted())).not.toContain('families');
  });

  it.each<[what: string, act: string, change: (data: JsonObject) => JsonObject, place: string]>([
    ['a vote', 'rulebook.vote_cast', (data) => ({ ...data, option: 'no' }), 'data.option'],
    ['the verdict', 'rulebook.confirmed', (data) => ({ ...data, verdict: 'rejected' }), 'data.verdict'],
    ['who votes', 'rulebook.proposed', (data) => ({ ...data, electorate: [] }), 'data.electorate'],
    [
      'the end of the notice',
      'rulebook.proposed',
      (data) => ({ ...data, after: { ...(data.after as JsonObject), closesAt: '2026-11-25T00:00:00.000Z' } }),
      'data.after.closesAt',
    ],
    [
      'what was adopted',
      'rulebook.adopted',
      (data) => ({ ...data, text: (data.text as string).replace('"mediationDays":21', '"mediationDays":1') }),
      'data.text',
    ],
    ['the rules that were voted on', 'rulebook.proposed', (data) => ({ ...data, text: '{}' }), 'data.text'],
  ])('names the entry in which %s was changed', (_what, act, change, place) => {
    const entries = changed(act, change);
    const [first] = replayLog(entries).differences;
    expect(first).toMatchObject({ act, place });
    expect(first?.entry).toBe(entries.findLastIndex((entry) => entry.act === act));
  });

  it('names the confirmation of one who may not, and an adoption that is missing', () => {
    const alone = adopted().map((entry) => (entry.act === 'rulebook.confirmed' ? { ...entry, actor: 'm12' } : entry));
    expect(replayLog(alone).differences[0]).toMatchObject({ kind: 'refused', expected: 'second_person_required' });
    const missing = adopted().slice(0, -1);
    expect(replayLog(missing).differences[0]).toMatchObject({ kind: 'missing', expected: 'rulebook.adopted' });
  });
});
