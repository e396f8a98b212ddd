import { type MandateView } from '@tavolo/contracts';
import { decisionIn, holders, mandateTable, UnderMandate } from '../testing/mandate-table.js';
import { TestApplication, type ProblemBody } from '../testing/test-application.js';

describe('who may do what with a mandate', () => {
  let application: TestApplication;
  let at: UnderMandate;
  let closed: UnderMandate;
  const reason = 'Because it is so.';

  beforeAll(async () => {
    application = await TestApplication.start('2026-09-02T08:00:00.000Z');
    at = new UnderMandate(application, await application.table(mandateTable('T-OPEN')));
    closed = new UnderMandate(
      application,
      await application.table(mandateTable('T-CLOSED', { visibility: 'members' })),
    );
  });

  afterAll(() => application.close());

  /** Key of the newest mandate of a table. */
  const newest = async (of: UnderMandate): Promise<string> => {
    const path = `/tables/${of.table.key}/mandates`;
    const { body } = await application.request<MandateView[]>(of.person('Teresa'), 'GET', path);
    return body[0]?.key ?? '';
  };

  it('begins no decision before there is a mandate, and none by those who do not hold it', async () => {
    const begin = (name: string) =>
      application.request<ProblemBody>(at.person(name), 'POST', '/tables/T-OPEN/proposals', {
        title: 'A van',
        language: 'en',
      });
    expect(await begin('Teresa')).toMatchObject({ status: 409, body: { code: 'mandate_missing' } });
    await at.granted();
    for (const name of ['Ilaria', 'Vera', 'Fabio']) {
      expect(await begin(name)).toMatchObject({ status: 403, body: { code: 'not_your_role' } });
    }
    expect((await begin('Teresa')).status).toBe(200);
  });

  it('is granted by the institution only, once, on behalf of an organisation that exists', async () => {
    const proposed = await closed.propose('Teresa');
    const { key } = proposed.body;
    expect((await closed.tryOn('Teresa', key, 'mandate.granted', closed.grant)).status).toBe(403);
    expect(
      await closed.tryOn('Ilaria', key, 'mandate.granted', { ...closed.grant, organisation: 'nobody' }),
    ).toMatchObject({
      status: 422,
      body: { code: 'unknown_option' },
    });
    await closed.on('Ilaria', key, 'mandate.granted', closed.grant);
    expect((await closed.tryOn('Ilaria', key, 'mandate.granted', closed.grant)).status).toBe(409);
    const second = await closed.propose('Carla');
    expect(await closed.tryOn('Ilaria', second.body.key, 'mandate.granted', closed.grant)).toMatchObject({
      status: 409,
      body: { code: 'already_done', params: { mandate: key } },
    });
    expect((await closed.mandate('Ilaria', second.body.key)).state).toBe('proposed');
  });

  it('is proposed with terms that a mandate can have, and to a table of that mode', async () => {
    for (const differing of [
      { budget: 0.5 },
      { budget: -1 },
      { budget: 1e15 },
      { holders: [] },
      { reportEveryDays: 0 },
    ]) {
      expect(await at.propose<ProblemBody>('Teresa', differing)).toMatchObject({
        status: 400,
        body: { code: 'invalid_input' },
      });
    }
    for (const differing of [{ perDecision: 4_000_001 }, { expiresOn: '2030-01-01' }, { startsOn: '2027-07-01' }]) {
      expect(await at.propose<ProblemBody>('Teresa', differing)).toMatchObject({
        status: 422,
        body: { code: 'terms_invalid' },
      });
    }
    expect((await at.propose('Vera')).status).toBe(403);
    const injected = { key: 'MD-900', state: 'active', zone: 'UTC', ledger: [], now: '2020-01-01T00:00:00.000Z' };
    const { body } = await at.propose('Teresa', injected as object);
    expect(body).toMatchObject({ state: 'proposed', mandate: { ledger: [], terms: { zone: 'Europe/Rome' } } });
    expect(body.key).not.toBe('MD-900');
  });

  it('does not exist for whoever may not read its table', async () => {
    const key = await newest(closed);
    for (const person of [null, at.person('Teresa')]) {
      for (const path of [`/mandates/${key}`, '/tables/T-CLOSED/mandates']) {
        expect(await application.request(person, 'GET', path)).toMatchObject({ status: 404 });
      }
      const act = await application.request(person, 'POST', `/mandates/${key}/acts/mandate.reported`, { text: 'x' });
      expect(act.status).toBe(person === null ? 401 : 404);
    }
  });

  it('tells a reader of a public table that she has no part in it, and shows no names to visitors', async () => {
    const key = await newest(at);
    const report = `/mandates/${key}/acts/mandate.reported`;
    expect((await application.request(closed.person('Teresa'), 'POST', report, { text: 'x' })).status).toBe(403);
    const view = await at.mandate(null, key);
    expect(view.seats.every(({ holder }) => holder?.name === null)).toBe(true);
    expect(view.decisions).toEqual([]);
    expect((await at.mandate('Vera', key)).decisions).toHaveLength(0);
  });

  it('answers acts that do not exist, and bodies of the wrong shape, without a trace', async () => {
    const key = await newest(at);
    const before = (await application.log(at.table)).length;
    for (const act of [
      'mandate.expired',
      'mandate.took_effect',
      'decision.reported',
      '__proto__',
      'constructor',
      'vote.cast',
    ]) {
      expect(await at.tryOn('Ilaria', key, act)).toMatchObject({ status: 404, body: { code: 'not_found' } });
    }
    const hostile: [string, unknown][] = [
      ['mandate.suspended', {}],
      ['mandate.suspended', { ground: 'misuse', reason: 5 }],
      ['mandate.reported', { text: '\u200b\u2800' }],
      ['mandate.reported', { text: 'x'.repeat(20_001) }],
      ['mandate.granted', { organisation: 'x', date: '2026-02-30', reference: 'y' }],
    ];
    for (const [act, body] of hostile) {
      expect(await at.tryOn('Ilaria', key, act, body)).toMatchObject({ status: 400, body: { code: 'invalid_input' } });
    }
    expect((await at.tryOn('Ilaria', 'MD-999', 'mandate.reported', { text: 'x' })).status).toBe(404);
    expect((await at.tryOn('Ilaria', "MD-1' or 1=1", 'mandate.reported', { text: 'x' })).status).not.toBe(200);
    expect((await application.log(at.table)).length).toBe(before);
  });

  it('takes amounts, areas and beneficiaries as they are declared, and nothing that is none', async () => {
    const key = await at.draft('Carla', 'A minibus');
    await at.write('Carla', key, 'On Tuesdays.');
    const hand = (body: object) =>
      at.try('Carla', key, 'decision.submitted', { area: 'first_access', expenseType: 'current', ...body });
    for (const amount of [-1, 0.1, 1e12, '5', null, Number.MAX_SAFE_INTEGER]) {
      expect(await hand({ amount })).toMatchObject({ status: 400, body: { code: 'invalid_input' } });
    }
    expect(await hand({ amount: 1, beneficiaries: ["'; drop table mandate; --"] })).toMatchObject({
      status: 422,
      body: { code: 'unknown_option' },
    });
    expect((await at.view('Carla', key)).body).toMatchObject({ stage: 'draft', version: 0 });
    const forged = { mandate: { key: 'MD-1', left: 1e9 }, standing: { left: 1e9 }, text: { version: 9 }, version: 9 };
    const view = await at.do('Carla', key, 'decision.submitted', {
      amount: 800_001,
      area: 'first_access',
      expenseType: 'current',
      ...forged,
    });
    expect(decisionIn(view)).toMatchObject({
      stage: 'blocked',
      versions: [{ version: 1 }],
      mandate: { left: 4_000_000 },
    });
    // What was blocked is before everybody, also while it is reworked.
    await at.do('Carla', key, 'decision.reopened');
    expect((await at.view(null, key)).status).toBe(200);
  });

  it('refuses holders what is the institution’s and the guarantor’s, and the institution what is the holders’', async () => {
    const key = await at.submitted(100_000);
    const ballot = await at.openBallot(key);
    expect(await at.try('Ilaria', key, 'vote.cast', { ballot, choice: 'no' })).toMatchObject({ status: 403 });
    await at.cast(key, ballot, Object.fromEntries(holders.map((name) => [name, 'yes'])));
    await at.do('Sara', key, 'vote.closed', { ballot });
    const refused: [string, string, object][] = [
      ['Teresa', 'decision.called_in', { ground: 'unlawful', reason }],
      ['Ilaria', 'decision.called_in', { ground: 'unlawful', reason: '' }],
      ['Ilaria', 'decision.insisted', { reason }],
      ['Ada', 'call_in.ruled', { upheld: true, reason }],
      ['Ilaria', 'institution.answered', { outcome: 'adopted', reason }],
    ];
    for (const [name, act, body] of refused)
      expect((await at.try(name, key, act, body)).status).toBeGreaterThanOrEqual(403);
    await at.do('Ilaria', key, 'decision.called_in', { ground: 'unlawful', reason: 'There was no tender.' });
    expect((await at.try('Ada', key, 'call_in.ruled', { upheld: true, reason })).status).toBe(409);
    await at.do('Carla', key, 'decision.insisted', { reason: 'None is needed below 5,000 euro.' });
    expect((await at.try('Ilaria', key, 'call_in.ruled', { upheld: true, reason })).status).toBe(403);
    const view = await at.do('Ada', key, 'call_in.ruled', { upheld: true, reason: 'There was none indeed.' });
    expect(view.stage).toBe('annulled');
    const disclosed = await application.log(at.table, { stream: `proposal:${key}`, act: 'call_in.ruled' });
    expect(disclosed[0]?.data).toMatchObject({ upheld: true });
    expect(JSON.stringify(disclosed[0]?.data)).not.toContain('indeed');
  });
});
