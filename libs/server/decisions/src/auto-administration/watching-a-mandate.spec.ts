import { decisionIn, mandateTable, UnderMandate } from '../testing/mandate-table.js';
import { TestApplication } from '../testing/test-application.js';

describe('watching a mandate (scenario O10)', () => {
  let application: TestApplication;
  let at: UnderMandate;
  let mandate: string;
  let within: string;
  let over: string;

  beforeAll(async () => {
    application = await TestApplication.start('2026-09-02T08:00:00.000Z');
    at = new UnderMandate(application, await application.table(mandateTable('T-NEI')));
    mandate = await at.granted();
    await application.setClock('2026-10-13T08:00:00.000Z');
    for (const amount of [650_000, 430_000]) await at.voted(await at.submitted(amount), 8);
    await application.setClock('2026-11-24T08:00:00.000Z');
  });

  afterAll(() => application.close());

  const reason = 'It is not useful.';
  const acts = async () => (await application.log(at.table, { stream: `mandate:${mandate}` })).map(({ act }) => act);

  it('shows a visitor the limits, what is spent and left, and when the next report is due', async () => {
    const view = await at.mandate(null, mandate);
    expect(view).toMatchObject({
      key: 'MD-1',
      state: 'active',
      table: { key: 'T-NEI', mode: 'auto_administration' },
      mandate: {
        grant: { date: '2026-09-02', reference: 'Decision 114/2026' },
        terms: { budget: 4_000_000, perDecision: 800_000, expiresOn: '2027-06-30', expenseTypes: ['current'] },
      },
      sums: { budget: 4_000_000, spent: 1_080_000, committed: 0, reserved: 0, left: 2_920_000, free: 2_920_000 },
      report: { dueOn: '2026-12-01', inDays: 7, suspendsAt: '2026-12-16T23:00:00.000Z' },
      organisations: [{ id: at.table.organisations.public }],
    });
    expect(view.decisions.map(({ amount, stage, holds }) => [amount, stage, holds])).toEqual([
      [430_000, 'effective', 'spent'],
      [650_000, 'effective', 'spent'],
    ]);
    expect(view.history.map(({ act }) => act)).toEqual(['mandate.proposed', 'mandate.granted']);
    const listed = await application.request(null, 'GET', '/tables/T-NEI/mandates');
    expect(listed.body).toMatchObject([{ key: 'MD-1' }]);
  });

  it('lets 8,000 euro through the scope check, and blocks 8,000.01 by the ceiling', async () => {
    within = await at.submitted(800_000);
    over = await at.submitted(800_001);
    const passed = await at.view(null, within);
    expect(passed.body).toMatchObject({ stage: 'deliberating', version: 1 });
    const blocked = decisionIn((await at.view(null, over)).body);
    expect(blocked).toMatchObject({ stage: 'blocked', block: { reason: 'per_decision_ceiling' } });
    const [, entry] = (await application.log(at.table, { stream: `proposal:${over}` })).filter(({ act }) =>
      ['decision.submitted', 'decision.blocked'].includes(act),
    );
    expect(entry).toMatchObject({ act: 'decision.blocked', actor: null, data: { reason: 'per_decision_ceiling' } });
    const [submitted] = await application.log(at.table, { stream: `proposal:${over}`, act: 'decision.submitted' });
    expect(submitted?.data).toMatchObject({
      amount: 800_001,
      mandate: 'MD-1',
      standing: { state: 'active', perDecision: 800_000, left: 2_920_000 },
    });
  });

  it('adopted by five of eight it stands still until 11 December, and 21,200 euro are left', async () => {
    await application.setClock('2026-12-01T09:00:00.000Z');
    const adopted = await at.voted(within, 5);
    expect(adopted).toMatchObject({ stage: 'standstill', deadline: '2026-12-11T22:59:59.999Z' });
    expect((await at.mandate(null, mandate)).sums).toMatchObject({ committed: 800_000, left: 2_120_000 });
  });

  it('is not called in because it is not useful: that is none of the four grounds', async () => {
    await application.setClock('2026-12-09T09:00:00.000Z');
    expect(await at.try('Ilaria', within, 'decision.called_in', { ground: 'not useful', reason })).toMatchObject({
      status: 422,
      body: {
        code: 'ground_not_admitted',
        params: { grounds: ['out_of_scope', 'over_budget', 'unlawful', 'undeclared_interest'] },
      },
    });
    expect((await at.view(null, within)).body.stage).toBe('standstill');
  });

  it('is suspended from 17 December, 00:00 when no report comes; the decision stays effective, new ones are blocked', async () => {
    await application.setClock('2026-12-17T09:00:00.000Z');
    const view = await at.mandate(null, mandate);
    expect(view).toMatchObject({ state: 'suspended', report: { inDays: -16, suspendsAt: null } });
    const [suspended] = await application.log(at.table, { act: 'mandate.suspended' });
    expect(suspended).toMatchObject({ actor: null, at: '2026-12-16T23:00:00.000Z', data: { cause: 'report_overdue' } });
    const decision = decisionIn((await at.view(null, within)).body);
    expect(decision).toMatchObject({ stage: 'effective', effectiveSince: '2026-12-11T22:59:59.999Z' });
    const blocked = await at.submitted(100_000);
    expect(decisionIn((await at.view(null, blocked)).body).block?.reason).toBe('mandate_not_active');
  });

  it('is active again at once when the report is filed, and a visitor finds all of it in the log', async () => {
    const view = await at.on('Teresa', mandate, 'mandate.reported', { text: 'What we did and what came of it.' });
    expect(view).toMatchObject({ state: 'active', sums: { spent: 1_880_000, left: 2_120_000 } });
    expect(view.mandate.reports).toMatchObject([{ n: 1, onTime: false, spent: 1_880_000 }]);
    expect(view.mandate.reports[0]?.decisions).toHaveLength(3);
    expect((await at.view(null, within)).body.stage).toBe('reported');
    expect(await acts()).toEqual([
      'mandate.proposed',
      'mandate.granted',
      'mandate.took_effect',
      'mandate.suspended',
      'mandate.reported',
      'mandate.reactivated',
    ]);
    const log = await application.request<{ entries: { act: string }[] }>(
      null,
      'GET',
      '/tables/T-NEI/log?subject=MD-1',
    );
    expect(log.body.entries.map(({ act }) => act)).toEqual((await acts()).toReversed());
    expect(view.history.map(({ act }) => act).slice(2)).toEqual([
      'mandate.suspended',
      'mandate.reported',
      'mandate.reactivated',
    ]);
  });

  it('leaves a log that anybody can verify and recount', async () => {
    const report = await application.verify(at.table);
    expect([report.verdict, report.findings]).toEqual([0, []]);
  });
});
