import { decisionIn, holders, mandateTable, UnderMandate } from '../testing/mandate-table.js';
import { TestApplication } from '../testing/test-application.js';

describe('the budget of a mandate', () => {
  let application: TestApplication;
  let at: UnderMandate;
  let mandate: string;
  const reason = 'Because it is so.';

  beforeAll(async () => {
    application = await TestApplication.start('2026-09-02T08:00:00.000Z');
    at = new UnderMandate(application, await application.table(mandateTable('T-SUM')));
    mandate = await at.granted({ budget: 1_600_000, perDecision: 800_000 });
  });

  afterAll(() => application.close());

  const sums = async () => (await at.mandate(null, mandate)).sums;
  const revision = async () => (await at.mandate(null, mandate)).revision;

  it('is not overspent by ballots that are opened at the same moment', async () => {
    const keys: string[] = [];
    for (let n = 0; n < 4; n++) keys.push(await at.submitted(700_000));
    const opened = await Promise.all(keys.map((key) => at.try('Sara', key, 'vote.opened')));
    expect(opened.map(({ status }) => status).toSorted()).toEqual([200, 200, 409, 409]);
    expect(opened.filter(({ status }) => status === 409).map(({ body }) => body.code)).toEqual([
      'over_budget',
      'over_budget',
    ]);
    expect(await sums()).toMatchObject({ reserved: 1_400_000, left: 1_600_000, free: 200_000 });
  });

  it('is given back by a rejected decision, and taken for good by an adopted one, also when both close at once', async () => {
    const view = await at.mandate(null, mandate);
    const open = view.decisions.filter(({ holds }) => holds === 'reserved').map(({ proposal }) => proposal);
    const ballots: string[] = [];
    for (const [n, key] of open.entries()) {
      const ballot = decisionIn((await at.view(null, key)).body).ballots[0]?.key ?? '';
      await at.cast(key, ballot, Object.fromEntries(holders.map((name) => [name, n === 0 ? 'yes' : 'no'])));
      ballots.push(ballot);
    }
    const closed = await Promise.all(open.map((key, n) => at.try('Sara', key, 'vote.closed', { ballot: ballots[n] })));
    expect(closed.map(({ status }) => status)).toEqual([200, 200]);
    expect(await sums()).toEqual({
      budget: 1_600_000,
      spent: 0,
      committed: 700_000,
      reserved: 0,
      left: 900_000,
      free: 900_000,
    });
  });

  it('does not move while votes are cast', async () => {
    const key = await at.submitted(100_000);
    const ballot = await at.openBallot(key);
    const before = await revision();
    await at.cast(key, ballot, { Teresa: 'yes', Carla: 'no' });
    expect(await revision()).toBe(before);
    await at.do('Sara', key, 'vote.closed', { ballot, reason: 'Nobody else comes.' });
  });

  it('is spent at the true instant of each decision, whoever records it first', async () => {
    await application.whileNobodyRecords(async () => {
      await application.setClock('2026-09-20T08:00:00.000Z');
      expect(await sums()).toMatchObject({ spent: 700_000, committed: 0 });
      const view = await at.on('Teresa', mandate, 'mandate.reported', { text: 'The first weeks.' });
      expect(view.mandate.reports).toMatchObject([
        { spent: 700_000, onTime: true, decisions: [expect.any(String) as string] },
      ]);
    });
    const [effective] = await application.log(at.table, { act: 'decision.took_effect' });
    expect(effective).toMatchObject({ actor: null, at: '2026-09-12T21:59:59.999Z' });
  });

  it('is not decided on by an open ballot once the institution suspends the mandate for a serious breach', async () => {
    const key = await at.submitted(100_000);
    const ballot = await at.openBallot(key);
    expect(await at.tryOn('Ilaria', mandate, 'mandate.suspended', { ground: 'taste', reason })).toMatchObject({
      status: 422,
      body: { code: 'ground_not_admitted', params: { grounds: ['misuse'] } },
    });
    await at.on('Ilaria', mandate, 'mandate.suspended', { ground: 'misuse', reason });
    expect((await at.try('Teresa', key, 'vote.cast', { ballot, choice: 'yes' })).status).toBe(409);
    expect(decisionIn((await at.view(null, key)).body)).toMatchObject({
      stage: 'deliberating',
      ballots: [{ state: 'void' }],
    });
    expect(await sums()).toMatchObject({ reserved: 0, spent: 700_000 });
    const [voided] = await application.log(at.table, { act: 'vote.voided' });
    expect(voided?.data).toMatchObject({ vote: ballot, reason: 'mandate_suspended' });
    await at.on('Ilaria', mandate, 'mandate.resumed', { reason });
    expect(await at.openBallot(key)).not.toBe(ballot);
  });

  it('ends with the mandate: what is open is void and frozen, what is effective stays, and the last report can still be filed', async () => {
    await at.on('Ilaria', mandate, 'mandate.revocation_announced', { ground: 'misuse', reason });
    expect((await at.tryOn('Ilaria', mandate, 'mandate.revoked', { reason })).status).toBe(409);
    await at.on('Fabio', mandate, 'mandate.heard', { text: 'The table was heard.' });
    expect(await at.tryOn('Ilaria', mandate, 'mandate.revoked', { reason })).toMatchObject({
      body: { code: 'too_early' },
    });
    const draft = await at.draft('Carla', 'A last idea');
    await application.setClock('2026-10-21T08:00:00.000Z');
    const view = await at.on('Ilaria', mandate, 'mandate.revoked', { reason });
    expect(view).toMatchObject({ state: 'revoked', report: null, sums: { spent: 700_000, reserved: 0 } });
    expect((await at.view('Carla', draft)).body).toMatchObject({
      stage: 'blocked',
      document: { right: 'read', frozen: true },
    });
    expect(await at.try('Carla', draft, 'decision.reopened')).toMatchObject({
      status: 409,
      body: { code: 'mandate_over' },
    });
    expect(view.decisions.map(({ stage }) => stage)).toContain('reported');
    expect((await at.on('Teresa', mandate, 'mandate.reported', { text: 'The last one.' })).state).toBe('revoked');
    const begin = { title: 'One more', language: 'en' };
    expect(await application.request(at.person('Carla'), 'POST', '/tables/T-SUM/proposals', begin)).toMatchObject({
      status: 409,
    });
    const report = await application.verify(at.table);
    expect([report.verdict, report.findings]).toEqual([0, []]);
  });
});
