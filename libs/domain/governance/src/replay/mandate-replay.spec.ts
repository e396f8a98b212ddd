import { instant, type JsonObject } from '@tavolo/kernel';
import { inside, MandateLog } from '../../test/mandate-logs.js';
import { granted, holders, spending } from '../../test/mandates.js';
import { version } from '../../test/proposals.js';
import { type ProcedureEntry } from './entries.js';
import { replayLog } from './replay-log.js';

/** Scenario O10: 8,000 euro are adopted, no report comes, the mandate is suspended, reported on, and in the end revoked. */
function watched(): MandateLog {
  const log = new MandateLog(instant('2026-09-02T07:00:00Z'))
    .at('2026-09-02T08:00:00Z')
    .on('mandate.granted', 'm01', granted)
    .at('2026-11-24T08:00:00Z')
    .draft('D-1')
    .act('D-1', 'decision.submitted', 'm32', { terms: spending(800_000), text: version(1, 1) })
    .at('2026-12-01T09:00:00Z')
    .act('D-1', 'vote.opened', 'm40', { key: 'B-1', closesAt: null, presence: null });
  for (const [n, member] of holders.entries()) {
    log.act('D-1', 'vote.cast', member, { ballot: 'B-1', choice: n < 5 ? 'yes' : 'no' });
  }
  return log
    .act('D-1', 'vote.closed', 'm41', { ballot: 'B-1', reason: null })
    .draft('D-2')
    .at('2026-12-17T09:00:00Z')
    .act('D-2', 'decision.submitted', 'm32', { terms: spending(100), text: version(1, 1) })
    .on('mandate.reported', 'm16', { text: 'What we did.', decisions: ['D-1'] })
    .act('D-1', 'decision.reported', 'm16', { report: 1 })
    .at('2027-01-10T09:00:00Z')
    .on('mandate.suspended', 'm01', { ground: 'misuse', reason: 'The van was used privately.' })
    .on('mandate.revocation_announced', 'm01', { ground: 'misuse', reason: 'It was used privately.' })
    .on('mandate.heard', 'm41', { text: 'It was a mistake.' })
    .at('2027-02-11T09:00:00Z')
    .on('mandate.revoked', 'm01', { reason: 'The same happened again.' });
}

/** The entries with the data of the first that is meant changed, and its place. */
function changed(act: string, change: (data: JsonObject) => JsonObject, of = watched().entries) {
  const place = of.findIndex((entry) => entry.act === act);
  return { place, entries: of.map((entry, n) => (n === place ? { ...entry, data: change(entry.data) } : entry)) };
}

const terms = (data: JsonObject, change: JsonObject): JsonObject => inside(data, 'terms', change);

describe('a mandate in a log that is carried out again', () => {
  it('comes out as recorded: granted, suspended by the clock, reported on, active again, suspended, heard and revoked', () => {
    const { entries, mandate } = watched();
    expect(mandate.state).toBe('revoked');
    const { differences, unreplayable, mandates, procedures } = replayLog(entries);
    expect([differences, unreplayable]).toEqual([[], []]);
    expect(mandates).toEqual([{ mandate: 'MD-1', state: 'revoked' }]);
    expect(procedures.map(({ proposal, stage }) => [proposal, stage])).toEqual([
      ['D-1', 'reported'],
      ['D-2', 'blocked'],
    ]);
    const acts = entries.filter(({ stream }) => stream === 'mandate:MD-1').map(({ act }) => act);
    expect(acts.slice(0, 6)).toEqual([
      'mandate.proposed',
      'mandate.granted',
      'mandate.took_effect',
      'mandate.suspended',
      'mandate.reported',
      'mandate.reactivated',
    ]);
  });

  it('holds no words that somebody wrote', () => {
    const log = JSON.stringify(watched().entries);
    expect(['What we did.', 'privately', 'mistake'].filter((words) => log.includes(words))).toEqual([]);
  });

  it.each<[what: string, act: string, change: (data: JsonObject) => JsonObject, place: string]>([
    ['the budget', 'mandate.proposed', (data) => terms(data, { budget: 'much' }), ''],
    ['the date of the grant', 'mandate.granted', (data) => ({ ...data, date: '2026-09-03' }), 'data.date'],
    [
      'by which day a report is due',
      'mandate.took_effect',
      (data) => ({ ...data, reportDueOn: '2027-12-01' }),
      'data.reportDueOn',
    ],
    [
      'the day on which the report was due',
      'mandate.suspended',
      (data) => ({ ...data, dueOn: '2026-12-02' }),
      'data.dueOn',
    ],
    ['whether the report came in time', 'mandate.reported', (data) => ({ ...data, onTime: true }), 'data.onTime'],
    ['what was spent', 'mandate.reported', (data) => ({ ...data, spent: 1 }), 'data.spent'],
    [
      'the cause of a suspension',
      'mandate.reactivated',
      (data) => ({ ...data, cause: 'serious_breach' }),
      'data.cause',
    ],
    [
      'from when on it can be revoked',
      'mandate.revocation_announced',
      (data) => ({ ...data, possibleFrom: '2027-01-11T09:00:00.000Z' }),
      'data.possibleFrom',
    ],
    [
      'the next report after a report',
      'mandate.reported',
      (data) => inside(data, 'after', { reportDueOn: '2028-01-01' }),
      'data.after.reportDueOn',
    ],
    ['the seat of who reports', 'mandate.reported', (data) => ({ ...data, seat: 'seat-m20' }), 'data.seat'],
  ])('names the entry when %s is changed', (_what, act, change, place) => {
    const { place: entry, entries } = changed(act, change);
    expect(replayLog(entries).differences[0]).toMatchObject({ entry, act, subject: 'MD-1', place });
  });

  it('names the act that the terms refuse when a limit in them is changed', () => {
    const { entries } = changed('mandate.proposed', (data) => terms(data, { perDecision: 100_000 }));
    const first = replayLog(entries).differences[0];
    expect(first).toMatchObject({
      act: 'proposal.drafted',
      subject: 'D-1',
      place: 'data.input.carries.mandate.perDecision',
    });
  });

  it('names the decision that was told of more money than was left, or of another day of suspension', () => {
    const { place, entries } = changed('vote.closed', (data) => inside(data, 'told', { left: 4_000_001 }));
    expect(replayLog(entries).differences[0]).toMatchObject({ entry: place, subject: 'D-1', place: 'data.told.left' });
    const later = changed('vote.cast', (data) => inside(data, 'told', { suspendsAt: '2027-12-16T23:00:00.000Z' }));
    expect(replayLog(later.entries).differences[0]).toMatchObject({
      entry: later.place,
      place: 'data.told.suspendsAt',
    });
  });

  it('takes an act as told of the mandate as it was, when another changed it at the same moment and stands before it', () => {
    const { entries } = watched();
    const report = entries.findIndex(({ act }) => act === 'mandate.reported');
    const submitted = entries.findIndex(({ act, stream }) => act === 'decision.submitted' && stream === 'proposal:D-2');
    const [first, then] = [entries.slice(submitted, report), entries.slice(report, report + 2)] as const;
    const inverted = [...entries.slice(0, submitted), ...then, ...first, ...entries.slice(report + 2)];
    expect(replayLog(inverted).differences).toEqual([]);
  });

  it('names what is missing, when the suspension or the reactivation was left out', () => {
    const without = (act: string) => replayLog(watched().entries.filter((entry) => entry.act !== act)).differences;
    expect(without('mandate.reactivated')[0]).toMatchObject({ kind: 'missing', expected: 'mandate.reactivated' });
    expect(without('mandate.took_effect')[0]).toMatchObject({ kind: 'missing', expected: 'mandate.took_effect' });
    expect(without('mandate.suspended').map(({ subject }) => subject)).toContain('MD-1');
  });

  it('does not take the institution for a holder, nor a holder for the institution', () => {
    const { entries } = watched();
    const by = (act: string, actor: string) =>
      entries.map((entry): ProcedureEntry => (entry.act === act ? { ...entry, actor } : entry));
    expect(replayLog(by('mandate.granted', 'm16')).differences[0]).toMatchObject({ expected: 'not_your_role' });
    expect(replayLog(by('mandate.reported', 'm01')).differences[0]).toMatchObject({ expected: 'no_vote' });
  });

  it('says of mandates from before what decided was kept that they cannot be replayed, not that they are wrong', () => {
    const asBefore = ({ input: _input, after: _after, ...data }: JsonObject): JsonObject => data;
    const old = watched().entries.map((entry): ProcedureEntry =>
      entry.stream === 'mandate:MD-1' ? { ...entry, data: asBefore(entry.data) } : entry,
    );
    const { differences, unreplayable, mandates } = replayLog(old);
    expect([differences, mandates]).toEqual([[], []]);
    expect(unreplayable).toMatchObject([{ act: 'mandate.proposed', subject: 'MD-1' }]);
  });
});
