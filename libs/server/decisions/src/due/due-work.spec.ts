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
});
