import { instant } from '@tavolo/kernel';
import { Jobs } from '@tavolo/server-platform';
import { DueWork } from './due-work.service.js';
import { AtTable, planningTable } from '../testing/planning-table.js';
import { TestApplication } from '../testing/test-application.js';

describe('recording what follows from the clock', () => {
  let application: TestApplication;
  let at: AtTable;

  beforeAll(async () => {
    application = await TestApplication.start('2026-11-24T08:00:00.000Z');
    at = new AtTable(application, await application.table(planningTable('T-DUE')));
  });

  afterAll(() => application.close());

  const closings = (ballot: string) => application.log(at.table, { stream: `vote:${ballot}`, act: 'vote.closed' });

  it('is done once, however many ask for it at the same moment', async () => {
    const { ballot } = await at.voting('A clause.', { closesAt: '2026-11-24T09:20:00.000Z' });
    await application.setClock('2026-11-24T09:30:00.000Z');
    const work = application.app.get(DueWork);
    await Promise.all([work.recordAll(), work.recordAll(), work.recordAll()]);
    expect(await closings(ballot)).toHaveLength(1);
  });

  it('is done by the next act on the proposal when nobody else did it, before the act itself', async () => {
    const { key, ballot } = await at.voting('A clause.', { closesAt: '2026-11-24T11:00:00.000Z' });
    await at.cast(key, ballot, { Paola: 'yes', Teresa: 'yes', Carla: 'no', Ciro: 'no' });
    await application.whileNobodyRecords(async () => {
      await application.setClock('2026-11-24T11:05:00.000Z');
      expect(await closings(ballot)).toEqual([]);
      await at.do('Carla', key, 'dissent.attached', { text: 'We said so.' });
    });
    expect(await closings(ballot)).toMatchObject([{ at: '2026-11-24T11:00:00.000Z', actor: null }]);
    const entries = await application.log(at.table, { stream: `proposal:${key}` });
    expect(entries.slice(-2).map(({ act, at: when }) => [act, when === '2026-11-24T11:00:00.000Z'])).toEqual([
      ['proposal.referred_back', true],
      ['dissent.attached', false],
    ]);
  });

  it('waits for an import to end', async () => {
    const { ballot } = await at.voting('A clause.', { closesAt: '2026-11-24T13:00:00.000Z' });
    await application.app.get(Jobs).pausedWhile(async () => {
      await application.setClock('2026-11-24T13:30:00.000Z');
      expect(await closings(ballot)).toEqual([]);
    });
    expect(await closings(ballot)).toHaveLength(1);
  });

  it('is caught up on with true instants when the clock has jumped over several limits', async () => {
    const key = await at.negotiating('A clause.');
    await application.setClock('2027-12-01T08:00:00.000Z');
    const entries = await application.log(at.table, { stream: `proposal:${key}` });
    const late = entries.filter(({ actor }) => actor === null);
    expect(late.length).toBeGreaterThanOrEqual(2);
    expect(late.every(({ at: when }) => when < '2027-12-01')).toBe(true);
    expect((await at.view(null, key)).body.stage).toBe('not_agreed');
    const report = await application.verify(at.table);
    expect([report.verdict, report.findings]).toEqual([0, []]);
  });

  it('is done once by two processes that share the database', async () => {
    await application.setClock('2027-12-02T08:00:00.000Z');
    const { key, ballot } = await at.voting('A clause.', { closesAt: '2027-12-02T11:00:00.000Z' });
    const other = await application.another();
    const [one, two] = [application.app.get(DueWork), other.get(DueWork)];
    await application.whileNobodyRecords(async () => {
      await application.setClock('2027-12-02T11:30:00.000Z');
      const now = instant('2027-12-02T11:30:00.000Z');
      const recorded = await Promise.all([one, two, one, two].map((work) => work.recordFor(key, now)));
      expect(recorded.filter(Boolean)).toHaveLength(1);
    });
    await Promise.all([one.recordAll(), two.recordAll()]);
    expect(await closings(ballot)).toHaveLength(1);
    await other.close();
  });

  it('is caught up on by a process that starts after all were stopped, each consequence with the instant at which it was due', async () => {
    const key = await at.negotiating('A clause.');
    await application.app.get(Jobs).pausedWhile(async () => {
      await application.setClock('2028-12-01T08:00:00.000Z');
      const later = await application.another();
      await later.get(DueWork).recordAll();
      const entries = await application.log(at.table, { stream: `proposal:${key}` });
      const late = entries.filter(({ actor }) => actor === null).map(({ at: when }) => when);
      expect(late.length).toBeGreaterThanOrEqual(2);
      expect(new Set(late).size).toBeGreaterThanOrEqual(2);
      expect(late.every((when) => when < '2028-11-30')).toBe(true);
      expect([...late].sort()).toEqual(late);
      await later.close();
    });
    const report = await application.verify(at.table);
    expect([report.verdict, report.findings]).toEqual([0, []]);
  });
});
