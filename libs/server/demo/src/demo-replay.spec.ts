import { jest } from '@jest/globals';
import { bundleEntries, verifyBundle, type BundleFiles } from '@tavolo/audit-log';
import { replayLog } from '@tavolo/governance';
import { instant, type JsonObject } from '@tavolo/kernel';
import { changedEntries, type ChangedEntry } from './testing/changed-entries.js';
import { DemoApplication } from './testing/demo-application.js';
import { resigned } from './testing/resigned.js';

// An area of half a year is imported, on machines that are busy.
jest.setTimeout(600_000);

let application: DemoApplication;

beforeAll(async () => {
  application = await DemoApplication.start();
  expect(await application.demo.importOnce('en')).toBe(true);
});

afterAll(() => application.close());

const tables = ['T-FAM', 'T-ELD', 'T-DIS', 'T-COA', 'T-SYS', 'T-NEI'] as const;

const kindsIn = (changes: readonly ChangedEntry[]) => [...new Set(changes.map(({ kind }) => kind))].sort();

const replayed = (files: BundleFiles) =>
  replayLog(bundleEntries(files).map((entry) => ({ ...entry, at: instant(entry.at) })));

const withLeft = (data: JsonObject, left: number): JsonObject => ({
  ...data,
  told: { ...(data.told as object), left },
});

const withDeadline = (data: JsonObject, deadline: string): JsonObject => ({
  ...data,
  after: { ...(data.after as JsonObject), deadline },
});

describe('the logs of the demonstration', () => {
  it.each([
    ['T-FAM', ['P-101', 'P-102']],
    ['T-ELD', ['C-201', 'C-202']],
    ['T-DIS', ['R-301']],
    ['T-COA', ['P-601']],
    ['T-SYS', ['P-501', 'P-502']],
    ['T-NEI', ['D-401', 'D-402', 'D-403']],
  ])('leaves a log of %s that comes out as recorded when the rules carry it out again', async (table, proposals) => {
    const { differences, unreplayable, procedures, mandates, acts } = replayed(await application.bundle(table));
    expect([differences, unreplayable]).toEqual([[], []]);
    const stages = await Promise.all(
      proposals.map(async (proposal) => {
        const { mode, stage } = await application.procedure(proposal);
        return { proposal, mode, stage };
      }),
    );
    expect(procedures).toEqual(stages);
    expect(mandates).toEqual(table === 'T-NEI' ? [{ mandate: 'MD-1', state: 'active' }] : []);
    expect(acts).toBeGreaterThan(proposals.length);
  });

  it.each<[what: string, table: string, act: string, change: (data: JsonObject) => JsonObject]>([
    ['a verdict', 'T-FAM', 'vote.result', (data) => ({ ...data, verdict: 'adopted', reason: null })],
    [
      'who cast a vote',
      'T-FAM',
      'vote.cast',
      (data) => ({ ...data, input: { ...(data.input as object), as: 'deputy' } }),
    ],
    ['a date', 'T-ELD', 'consultation.opened', (data) => ({ ...data, closesOn: '2026-12-31' })],
    ['a deviation', 'T-ELD', 'decision.recorded', (data) => ({ ...data, deviation: data.deviation !== true })],
    ['when the mode changed', 'T-ELD', 'mode_change.took_effect', (data) => ({ ...data, to: 'auto_regulation' })],
    ['what was left of the budget', 'T-NEI', 'decision.submitted', (data) => withLeft(data, 1)],
    ['an amount', 'T-NEI', 'decision.submitted', (data) => ({ ...data, amount: 1 })],
    ['who is to speak', 'T-COA', 'negotiating_mandate.proposed', (data) => ({ ...data, spokesperson: 'm01' })],
    ['a time limit', 'T-DIS', 'signing.opened', (data) => withDeadline(data, '2030-01-01T00:00:00.000Z')],
  ])(
    'is found out where %s in the log of %s is changed and everything signed anew',
    async (_what, table, act, change) => {
      const { files, vkey, place } = resigned(await application.bundle(table), (entry) => entry.act === act, change);
      expect(verifyBundle(files, { vkeys: [vkey] }).findings).toEqual([]);
      expect(replayed(files).differences[0]).toMatchObject({ entry: place, act });
    },
  );

  it.each(tables)(
    'is found out, with the entry named, where any one verdict, recusal or date in the log of %s is changed and signed anew',
    async (table) => {
      const bundle = await application.bundle(table);
      const entries = bundleEntries(bundle).map((entry) => ({ ...entry, at: instant(entry.at) }));
      const changes = changedEntries(entries);
      const unnoticed = changes.flatMap(({ act, member, place, change }) => {
        const altered = entries.map((entry, n) => (n === place ? { ...entry, data: change(entry.data) } : entry));
        const first = replayLog(altered).differences[0];
        return first?.entry === place
          ? []
          : [`${act} ${member}: ${first ? `entry ${first.entry}, not ${place}` : 'nothing'}`];
      });
      expect(unnoticed).toEqual([]);
      for (const kind of kindsIn(changes)) {
        const [one] = changes.filter((change) => change.kind === kind);
        if (!one) continue;
        const { files, vkey, place } = resigned(
          bundle,
          ({ id }) => id === bundleEntries(bundle)[one.place]?.id,
          one.change,
        );
        expect(verifyBundle(files, { vkeys: [vkey] }).findings).toEqual([]);
        expect(replayed(files).differences[0]).toMatchObject({ entry: place, act: one.act });
      }
    },
  );

  it('holds verdicts, recusals and dates in its logs', async () => {
    const kinds = await Promise.all(
      tables.map(async (table) => {
        const entries = bundleEntries(await application.bundle(table)).map((one) => ({ ...one, at: instant(one.at) }));
        return [table, kindsIn(changedEntries(entries))] as const;
      }),
    );
    const of = new Map(kinds);
    expect(of.get('T-NEI')).toEqual(['date', 'recusal', 'verdict']);
    for (const table of ['T-FAM', 'T-COA'] as const) expect(of.get(table)).toContain('verdict');
    for (const table of tables) expect(of.get(table)).toContain('date');
  });
});
