import { instant, type JsonObject } from '@tavolo/kernel';
import fc from 'fast-check';
import { actEntries, clockEntries, WrittenLog } from '../../test/logs.js';
import { begin, everyone, sponsor, version } from '../../test/proposals.js';
import { anyCase, play } from '../../test/random-walks.js';
import { familyRules, familyTable } from '../../test/tables.js';
import { type Procedure } from '../procedure.js';
import { type ProcedureEntry } from './entries.js';
import { ProcedureReplay } from './procedure-replay.js';
import { replayLog } from './replay-log.js';

/** A proposal that is settled; one seat leaves, the others vote, the deputy for her holder. */
function voted(): WrittenLog {
  const text = version(1);
  const log = new WrittenLog('P-1', familyTable, familyRules, sponsor, instant(begin))
    .act('proposal.submitted', sponsor, {})
    .act('negotiation.opened', 'm40', {});
  for (const member of ['m40', 'm02', 'm12', 'm30']) {
    log.act('settlement.confirmed', member, { textHash: text.textHash });
  }
  log
    .act('proposal.settled', 'm30', { text })
    .act('seat.recused', 'm34', { reason: 'I work for the cooperative.' })
    .at('2026-09-10T10:00:00Z')
    .act('vote.opened', 'm40', { key: 'B-1', closesAt: instant('2026-09-12T10:00:00Z'), presence: null });
  const voters = everyone.filter((member) => member !== 'm34').map((member) => (member === 'm12' ? 'm13' : member));
  for (const member of voters) log.act('vote.cast', member, { ballot: 'B-1', choice: 'yes' });
  return log.at('2026-09-12T12:00:00Z');
}

/** The entries with the data of the one of that name changed. */
function changed(act: string, change: (data: JsonObject) => JsonObject, of = voted().entries): ProcedureEntry[] {
  const index = of.findIndex((entry) => entry.act === act);
  return of.map((entry, n) => (n === index ? { ...entry, data: change(entry.data) } : entry));
}

const placeOf = (entries: readonly ProcedureEntry[], act: string): number =>
  entries.findIndex((entry) => entry.act === act);

const inside = (data: JsonObject, name: string, change: JsonObject): JsonObject => ({
  ...data,
  [name]: { ...(data[name] as JsonObject), ...change },
});

describe('a log that is carried out again', () => {
  it('comes out as recorded, with what followed from the clock and from the last vote', () => {
    const log = voted();
    const { differences, unreplayable, procedures, consequences } = replayLog(log.entries);
    expect([differences, unreplayable]).toEqual([[], []]);
    expect(procedures).toEqual([{ proposal: 'P-1', mode: 'planning', stage: log.stage }]);
    expect(log.entries.slice(-consequences + 1).map(({ act }) => act)).toEqual([
      'vote.closed',
      'vote.result',
      'proposal.adopted',
    ]);
  });

  it('holds no words that somebody wrote', () => {
    expect(JSON.stringify(voted().entries)).not.toContain('cooperative');
  });

  it.each<[what: string, act: string, change: (data: JsonObject) => JsonObject, place: string]>([
    ['a verdict', 'vote.result', (data) => ({ ...data, verdict: 'rejected' }), 'data.verdict'],
    ['who left', 'seat.recused', (data) => ({ ...data, member: 'm35' }), 'data.member'],
    ['the seat that left', 'seat.recused', (data) => ({ ...data, seat: 'seat-m35' }), 'data.seat'],
    ['a role', 'negotiation.opened', (data) => ({ ...data, roles: ['secretary'] }), 'data.roles[0]'],
    ['a date', 'vote.opened', (data) => ({ ...data, closesAt: '2026-09-13T10:00:00.000Z' }), 'data.closesAt'],
    [
      'a time limit',
      'negotiation.opened',
      (data) => inside(data, 'after', { deadline: '2030-01-01T00:00:00.000Z' }),
      'data.after.deadline',
    ],
    ['a stage', 'proposal.submitted', (data) => inside(data, 'after', { stage: 'draft' }), 'data.after.stage'],
    ['a number of the electorate', 'vote.opened', (data) => ({ ...data, eligible: 12 }), 'data.eligible'],
    ['a choice', 'vote.cast', (data) => ({ ...data, option: 'no' }), 'data.option'],
    ['the presence', 'vote.opened', (data) => ({ ...data, presence: ['seat-m02'] }), 'data.presence'],
    [
      'an explanation',
      'proposal.adopted',
      (data) => inside(data, 'explanation', { held: false }),
      'data.explanation.held',
    ],
  ])('names the entry when %s is changed', (_what, act, change, place) => {
    const entries = changed(act, change);
    const [first] = replayLog(entries).differences;
    expect(first).toMatchObject({ entry: placeOf(entries, act), act, subject: 'P-1', kind: 'value', place });
    expect(first?.recorded).not.toEqual(first?.expected);
  });

  it('names the entry when its moment is changed', () => {
    const { entries } = voted();
    const moved = entries.map((entry) =>
      entry.act === 'vote.cast' && entry.actor === 'seat-m30'
        ? { ...entry, at: instant('2026-09-11T10:00:00Z') }
        : entry,
    );
    expect(replayLog(moved).differences).toMatchObject([{ kind: 'value', place: 'data.input.now' }]);
  });

  it('names where something is missing, and what does not follow', () => {
    const { entries } = voted();
    const without = entries.filter(({ act }) => act !== 'seat.recused');
    expect(replayLog(without).differences).toMatchObject([{ act: 'vote.opened', place: 'data.eligible' }]);
    const unfinished = entries.filter(({ act }) => act !== 'proposal.adopted');
    expect(replayLog(unfinished).differences).toMatchObject([{ kind: 'missing', expected: 'proposal.adopted' }]);
    const adopted = entries.filter(({ act }) => act === 'proposal.adopted');
    const before = placeOf(entries, 'vote.opened');
    const early = adopted.map((entry) => ({ ...entry, at: entries[before]!.at }));
    const adding = [...entries.slice(0, before), ...early, ...entries.slice(before)];
    expect(replayLog(adding).differences).toMatchObject([{ entry: before, kind: 'unexpected' }]);
  });

  it('names an act that changes the procedure and is unknown, and passes over what decides nothing', () => {
    const { entries } = voted();
    const renamed = entries.map((entry) => (entry.act === 'seat.recused' ? { ...entry, act: 'seat.erased' } : entry));
    expect(replayLog(renamed).differences).toMatchObject([{ act: 'seat.erased', kind: 'unknown' }]);
    const emptied = changed('seat.recused', (data) => ({ ...data, input: null }));
    expect(replayLog(emptied).differences).toMatchObject([{ act: 'seat.recused', kind: 'unknown' }]);
    const at = placeOf(entries, 'vote.opened');
    const title = { ...entries[at]!, act: 'proposal.retitled', stream: 'proposal:P-1', data: { proposal: 'P-1' } };
    expect(replayLog([...entries.slice(0, at), title, ...entries.slice(at)]).differences).toEqual([]);
  });

  it('names a member who sits elsewhere than her act says, and an act that the rules refuse', () => {
    const { entries } = voted();
    const facilitator = entries.filter(({ act, data }) => act !== 'role.given' || data.role !== 'facilitator');
    expect(replayLog(facilitator).differences).toMatchObject([
      { act: 'negotiation.opened', kind: 'refused', expected: 'not_your_role' },
    ]);
  });

  it('takes an act as decided on the seats as they were, when they changed at the same moment and stand before it', () => {
    const left = (seconds: number): ProcedureEntry[] => {
      const { entries } = voted();
      const at = entries.findIndex(({ act, actor }) => act === 'vote.cast' && actor === 'seat-m30');
      const vote = entries[at]!;
      const data = { seat: 'seat-m30', sector: 'citizens', member: 'm30', as: 'holder' };
      const moment = instant(new Date(Date.parse(vote.at) - seconds * 1000).toISOString());
      const vacated = { at: moment, actor: null, act: 'seat.vacated', stream: 'seat:seat-m30', data };
      return [...entries.slice(0, at), vacated, ...entries.slice(at)];
    };
    expect(replayLog(left(0)).differences).toEqual([]);
    expect(replayLog(left(20)).differences).toEqual([]);
    expect(replayLog(left(60)).differences).toMatchObject([{ act: 'vote.cast', place: 'actor' }]);
  });

  it('says of entries that lack what decided that they cannot be replayed, not that they are wrong', () => {
    const asBefore = ({ input: _input, after: _after, ...data }: JsonObject): JsonObject => data;
    const old = voted().entries.map((entry) => ({ ...entry, data: asBefore(entry.data) }));
    const { differences, unreplayable, procedures } = replayLog(old);
    expect([differences, procedures]).toEqual([[], []]);
    expect(unreplayable).toEqual([
      { entry: placeOf(old, 'proposal.drafted'), act: 'proposal.drafted', subject: 'P-1' },
    ]);
  });

  it('is not upset by rules and acts that make no sense', () => {
    const nonsense = changed('rulebook.adopted', (data) => ({ ...data, text: '{"key":"RB"}' }));
    expect(replayLog(nonsense).differences.length).toBeGreaterThan(0);
    const carried = changed('vote.opened', (data) => inside(data, 'input', { carries: null }));
    expect(replayLog(carried).differences).toMatchObject([{ act: 'vote.opened' }]);
  });
});

describe('whatever happens in a procedure', () => {
  it('comes out as recorded when its entries are carried out again', () => {
    const modes = new Set<string>();
    fc.assert(
      fc.property(anyCase, (tried) => {
        const replay = new ProcedureReplay('P-1', tried.start);
        let current: Procedure = tried.start;
        let index = 0;
        const check = (entries: readonly ProcedureEntry[]) => {
          for (const entry of entries) {
            expect(['act', 'followed']).toContainEqual(replay.take(entry, index++, [tried.table]));
          }
        };
        play(tried, ({ act, outcome, now }) => {
          if (!outcome.ok) return;
          const before = clockEntries('P-1', current, now);
          check(before.entries);
          const done = actEntries('P-1', before.procedure, act, now);
          check(done?.entries ?? []);
          current = done?.procedure ?? outcome.procedure;
          expect([replay.stage, replay.awaited]).toEqual([current.stage, null]);
          modes.add(current.mode);
        });
      }),
      { seed: 20261124, numRuns: 150 },
    );
    expect([...modes].sort()).toEqual(['auto_administration', 'auto_regulation', 'consultation', 'planning']);
  });
});
