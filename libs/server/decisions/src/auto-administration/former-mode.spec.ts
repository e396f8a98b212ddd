import { type TableView } from '@tavolo/contracts';
import { ChangeMode } from '@tavolo/server-tables';
import { ActRunner, system } from '@tavolo/server-platform';
import { decisionIn, mandateRulebook, mandateTable, UnderMandate } from '../testing/mandate-table.js';
import { planningRulebook } from '../testing/planning-table.js';
import { TestApplication } from '../testing/test-application.js';

describe('the expiry of a mandate', () => {
  let application: TestApplication;
  let at: UnderMandate;

  beforeAll(async () => {
    application = await TestApplication.start('2026-09-02T08:00:00.000Z');
    const design = mandateTable('T-FORMER', { rulebook: { ...planningRulebook, key: 'RB-OLD-1' } });
    at = new UnderMandate(application, await application.table(design));
    await application.setClock('2026-09-03T08:00:00.000Z');
    const rulebook = { ...mandateRulebook, key: 'RB-MAN-2', version: 2 };
    const change = application.app.get(ChangeMode);
    await application.app.get(ActRunner).run(change, { table: 'T-FORMER', rulebook }, system);
  });

  afterAll(() => application.close());

  const table = async () => (await application.request<TableView>(null, 'GET', '/tables/T-FORMER')).body;

  it('brings the former mode back at its instant, freezes drafts, and lets what was adopted take effect', async () => {
    await at.granted({ expiresOn: '2026-10-31' });
    await application.setClock('2026-10-28T08:00:00.000Z');
    const adopted = await at.submitted(500_000);
    await at.voted(adopted, 8);
    const draft = await at.draft('Carla', 'An idea');
    expect((await table()).mode).toBe('auto_administration');
    await application.setClock('2026-11-20T08:00:00.000Z');
    expect(await table()).toMatchObject({ mode: 'planning', rulebook: { key: 'RB-OLD-1-3', version: 3 } });
    expect((await table()).modeHistory.map(({ mode, to }) => [mode, to])).toEqual([
      ['planning', expect.stringContaining('2026-09-03T08:00') as string],
      ['auto_administration', '2026-10-31T23:00:00.000Z'],
      ['planning', null],
    ]);
    const [changed] = await application
      .log(at.table, { act: 'mode.changed', stream: 'table:T-FORMER' })
      .then((log) => log.slice(-1));
    expect(changed).toMatchObject({ actor: null, at: '2026-10-31T23:00:00.000Z', data: { to: 'planning' } });
    expect(decisionIn((await at.view('Carla', draft)).body)).toMatchObject({ stage: 'blocked' });
    expect(decisionIn((await at.view(null, adopted)).body)).toMatchObject({
      stage: 'effective',
      effectiveSince: '2026-11-07T22:59:59.999Z',
    });
    const report = await application.verify(at.table);
    expect([report.verdict, report.findings]).toEqual([0, []]);
  });
});
