import { AtTable, planningTable } from '../testing/planning-table.js';
import { TestApplication, type ProblemBody } from '../testing/test-application.js';

describe('who may read and act', () => {
  let application: TestApplication;
  let open: AtTable;
  let closed: AtTable;

  beforeAll(async () => {
    application = await TestApplication.start('2026-11-24T08:00:00.000Z');
    open = new AtTable(application, await application.table(planningTable('T-OPEN')));
    closed = new AtTable(application, await application.table(planningTable('T-CLOSED', { visibility: 'members' })));
  });

  afterAll(() => application.close());

  const outsiders = (): (string | null)[] => [null, open.person('Paola')];
  const get = (person: string | null, path: string) => application.request<ProblemBody>(person, 'GET', path);

  it('shows a draft to the members of its table only', async () => {
    const key = await open.draft('Teresa');
    expect((await open.view('Vera', key)).status).toBe(200);
    for (const person of [null, closed.person('Paola')]) {
      expect(await get(person, `/proposals/${key}`)).toMatchObject({ status: 404, body: { code: 'not_found' } });
    }
    await open.do('Teresa', key, 'proposal.submitted');
    expect((await open.view(null, key)).status).toBe(200);
  });

  it('hides everything of a members-only table from everybody else', async () => {
    const key = await closed.negotiating('One clause.');
    for (const person of outsiders()) {
      expect((await get(person, `/proposals/${key}`)).status).toBe(404);
      expect((await get(person, `/proposals/${key}/versions/1`)).status).toBe(404);
      expect((await get(person, `/proposals/${key}/history`)).status).toBe(person === null ? 401 : 404);
      const act = await application.request(person, 'POST', `/proposals/${key}/acts/dissent.attached`, { text: 'No' });
      expect(act.status).toBe(person === null ? 401 : 404);
    }
  });

  it('tells a reader of a public table that she has no part in it', async () => {
    const { key, ballot } = await open.voting('One clause.');
    const path = `/proposals/${key}/acts/vote.cast`;
    const vote = { ballot, choice: 'yes' };
    expect(await application.request(closed.person('Paola'), 'POST', path, vote)).toMatchObject({ status: 403 });
    expect((await application.request(null, 'POST', path, vote)).status).toBe(401);
    expect((await open.view(null, key)).body).toMatchObject({
      document: { right: 'none', frozen: true },
      me: { member: null },
    });
    expect((await get(closed.person('Paola'), `/proposals/${key}/history`)).status).toBe(403);
  });

  it('refuses roles and seats what is not theirs', async () => {
    const { key, ballot } = await open.voting('One clause.');
    const vote = { ballot, choice: 'yes' };
    expect(await open.try('Vera', key, 'vote.cast', vote)).toMatchObject({ status: 403, body: { code: 'no_vote' } });
    expect(await open.try('Fabio', key, 'vote.cast', vote)).toMatchObject({
      status: 403,
      body: { code: 'not_your_role' },
    });
    expect(await open.try('Paola', key, 'vote.closed', { ballot })).toMatchObject({
      status: 403,
      body: { code: 'not_your_role' },
    });
  });

  it('leaves no trace of a refusal', async () => {
    const { key } = await open.voting('One clause.');
    const trace = async () => [
      (await open.view('Sara', key)).body.revision,
      // How far an entry is proven goes on by itself.
      (await application.log(open.table)).map(({ id, leafHash }) => [id, leafHash]),
      await rows(),
    ];
    const before = await trace();
    expect((await open.try('Vera', key, 'vote.cast', { ballot: 'B-1', choice: 'yes' })).status).toBe(403);
    expect((await open.try('Sara', key, 'vote.opened')).status).toBe(409);
    expect((await open.try('Fabio', key, 'proposal.submitted')).status).toBe(409);
    expect(await trace()).toEqual(before);
  });

  it('answers an act that does not exist, or not on proposals, with not found', async () => {
    const key = await open.negotiating('One clause.');
    for (const act of ['no.such_act', 'space.created', 'clock.moved', '__proto__', 'constructor', 'proposal.settled']) {
      expect(await open.try('Fabio', key, act)).toMatchObject({ status: 404, body: { code: 'not_found' } });
    }
    expect((await open.try('Fabio', 'P-999999', 'negotiation.opened')).status).toBe(404);
  });

  it('refuses bodies that are too long, of the wrong shape, or not what they say', async () => {
    const key = await open.negotiating('One clause.');
    const hostile: [string, unknown][] = [
      ['seat.recused', { reason: 'x'.repeat(4001) }],
      ['seat.recused', {}],
      ['seat.recused', { reason: 5 }],
      ['vote.opened', { closesAt: 'tomorrow' }],
      ['amendment.proposed', { clause: null, kind: 'royal', text: 'x' }],
      ['settlement.confirmed', { textHash: 'x'.repeat(101) }],
    ];
    for (const [act, body] of hostile) {
      expect(await open.try('Paola', key, act, body)).toMatchObject({ status: 400, body: { code: 'invalid_input' } });
    }
    expect((await open.try('Paola', key, 'seat.recused', { reason: 'x'.repeat(400_000) })).status).toBe(413);
  });

  it('takes keys, versions, sponsors and moments from nobody', async () => {
    const drafted = await application.request(open.person('Teresa'), 'POST', '/tables/T-OPEN/proposals', {
      title: 'A fine title',
      language: 'en',
      key: 'P-9000',
      sponsors: [open.member('Paola')],
      origin: 'public',
      createdAt: '2020-01-01T00:00:00.000Z',
    });
    expect(drafted.body.key).not.toBe('P-9000');
    expect(drafted.body).toMatchObject({ sponsors: [open.member('Teresa')], origin: 'third_sector' });
    const { key, ballot } = await open.voting('One clause.');
    expect(ballot).not.toBe('B-900');
    await open.do('Sara', key, 'vote.closed', {
      ballot,
      reason: 'Nobody else is coming.',
      at: '2020-01-01T00:00:00.000Z',
      version: 7,
    });
    const amendment = {
      clause: null,
      kind: 'friendly',
      text: 'x',
      key: 'AM-900',
      by: open.member('Carla'),
      outcome: 'accepted',
    };
    const other = await open.negotiating('One clause.');
    const view = await open.do('Paola', other, 'amendment.proposed', amendment);
    expect(view.amendments).toMatchObject([{ by: open.member('Paola'), outcome: 'open' }]);
    expect(view.amendments[0]?.key).not.toBe('AM-900');
  });

  it('keeps what people write as they wrote it, whatever it looks like', async () => {
    const key = await open.negotiating('One clause.');
    const text = `<script>alert(1)</script> '; drop table proposal; -- \u202e =cmd()`;
    const view = await open.do('Paola', key, 'amendment.proposed', { clause: null, kind: 'contested', text });
    expect(view.amendments[0]?.text).toEqual({ en: text });
    expect(view.amendments[0]?.reason).toBeNull();
  });

  async function rows(): Promise<unknown> {
    return application.dataSource.query(
      'select count(*) as proposals, sum(revision) as revisions from proposal_procedure',
    );
  }
});
