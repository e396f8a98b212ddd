import { type ProposalSummary, type TableView } from '@tavolo/contracts';
import { benchRulebook, type PlanningProcedure } from '@tavolo/governance';
import { TextImport } from '@tavolo/server-proposals';
import { AtTable, planningRulebook, planningTable } from '../testing/planning-table.js';
import { TestApplication } from '../testing/test-application.js';
import { clauses, hashOf } from '../testing/writing.js';

const organisations = ['erba', 'mani', 'cer', 'mem', 'pas', 'gra', 'mes'] as const;
const mandate = (at: AtTable) => ({
  spokesperson: at.member('mes'),
  deputy: at.member('gra'),
  may: 'One flat in the first year.',
  mayNot: 'Give up the choice of flatmates.',
  until: '2027-02-28',
});

describe('a joint proposal of a coalition (scenario O6)', () => {
  let application: TestApplication;
  let room: AtTable;
  let table: AtTable;
  let key: string;
  let received: string;

  beforeAll(async () => {
    application = await TestApplication.start('2026-11-24T08:00:00.000Z');
    const { zone, holidays, adoptedOn } = planningRulebook;
    const coalition = await application.table({
      key: 'T-COA',
      kind: 'coalition',
      visibility: 'members',
      rulebook: benchRulebook({ key: 'RB-COA-1', adoptedOn, zone, holidays, sector: 'third_sector' }),
      people: [
        ...organisations.map((name) => ({ name, sector: 'third_sector' as const, organisation: name })),
        { name: 'Paola', roles: ['facilitator'] },
      ],
    });
    room = new AtTable(application, coalition);
    const people = [
      { name: 'Piero', sector: 'public' as const },
      { name: 'Marta', sector: 'third_sector' as const, organisation: 'mani', person: room.person('mani') },
      { name: 'Fabio', roles: ['facilitator' as const] },
    ];
    table = new AtTable(application, await application.table(planningTable('T-SYS', { people })));
    await application.table(planningTable('T-ELSE'));
  });

  afterAll(() => application.close());

  const consent = async (given: Readonly<Record<string, object>> = {}) => {
    await room.do('Paola', key, 'consent_round.opened');
    for (const name of organisations) await room.do(name, key, 'consent.given', given[name] ?? { stand: 'consent' });
  };
  const settle = async (words: string) => {
    const textHash = hashOf(clauses(words));
    for (const name of ['Paola', 'mani']) await room.do(name, key, 'settlement.confirmed', { textHash });
  };
  const planning = (view: { procedure: unknown }) => view.procedure as PlanningProcedure;

  it('is written and agreed in the room, under a key that counts for the room alone', async () => {
    key = await room.draft('mes', 'After Us: small shared homes');
    expect(key).toBe('P-COA-1');
    await room.write('mes', key, 'Two flats.');
    await room.do('mes', key, 'proposal.submitted');
    await room.do('Paola', key, 'negotiation.opened');
    await settle('Two flats.');
    const reason = 'People would be placed, not choose.';
    await consent({ gra: { stand: 'objection', reason, change: 'Residents choose.' }, mem: { stand: 'stand_aside' } });
    await room.do('Paola', key, 'negotiation.reopened');
    await room.write('mes', key, 'Two flats. Residents choose.');
    await settle('Two flats. Residents choose.');
    await consent({ mem: { stand: 'stand_aside' } });
    const { body } = await room.view('cer', key);
    expect(body.stage).toBe('adopted');
    expect(planning(body).adoption).toMatchObject({ by: 'consent', version: 2 });
    expect(await table.draft('Piero')).toBe('P-101');
  });

  it('is handed in by nobody without the mandate of the coalition', async () => {
    const handIn = { receiver: 'T-SYS' };
    const refused = await room.try('mes', key, 'joint_proposal.submitted', handIn);
    expect(refused).toMatchObject({ status: 403, body: { code: 'mandate_not_valid', params: { state: 'none' } } });
    await room.do('mani', key, 'negotiating_mandate.proposed', mandate(room));
    for (const name of ['erba', 'cer']) await room.do(name, key, 'negotiating_mandate.supported', { mandate: 1 });
    expect((await room.try('mes', key, 'joint_proposal.submitted', handIn)).status).toBe(403);
    const view = await room.do('pas', key, 'negotiating_mandate.supported', { mandate: 1 });
    expect(planning(view).mandates).toMatchObject([{ n: 1, givenAt: expect.any(String), until: '2027-02-28' }]);
    const other = await room.try('mani', key, 'joint_proposal.submitted', handIn);
    expect(other.body).toMatchObject({ code: 'mandate_not_valid', params: { state: 'other_person' } });
    expect((await room.try('mes', key, 'joint_proposal.submitted', { receiver: 'T-ELSE' })).status).toBe(403);
    expect((await room.try('mes', key, 'joint_proposal.submitted', { receiver: 'T-NONE' })).status).toBe(404);
    const entries = await application.log(room.table, { stream: `proposal:${key}` });
    expect(entries.at(-1)).toMatchObject({ act: 'negotiating_mandate.given', actor: null, data: { mandate: 1 } });
  });

  it('comes to the table as a proposal of seven organisations with the text that was adopted', async () => {
    const view = await room.do('mes', key, 'joint_proposal.submitted', { receiver: 'T-SYS' });
    received = planning(view).submissions?.[0]?.proposal ?? '';
    expect(received).toBe('P-102');
    const { body } = await table.view(null, received);
    expect(body).toMatchObject({
      stage: 'submitted',
      origin: 'third_sector',
      title: { en: 'After Us: small shared homes' },
      joint: { organisations: 7, people: 0 },
      version: 1,
    });
    expect(body.jointly?.map(({ key: one }) => one)).toEqual([...organisations].sort());
    expect(body.versions.map(({ clauses: all }) => all.map(({ text }) => text.en))).toEqual([
      ['Two flats. Residents choose.'],
    ]);
    const again = await room.try('mes', key, 'joint_proposal.submitted', { receiver: 'T-SYS' });
    expect(again).toMatchObject({ status: 409, body: { code: 'already_done' } });
    const listed = await application.request<TableView>(null, 'GET', '/tables/T-SYS');
    const summary = listed.body.proposals.find((one: ProposalSummary) => one.key === received);
    expect(summary?.joint).toEqual({ organisations: 7, people: 0 });
  });

  it('says nothing at the table of the room, its mandate, its objections and who wrote', async () => {
    const entries = await application.log(table.table);
    const bodies = [
      entries,
      (await table.view('Piero', received)).body,
      (await application.request(null, 'GET', `/tables/T-SYS/log`)).body,
      (await application.request(table.person('Piero'), 'GET', `/proposals/${received}/history`)).body,
    ];
    const { id } = (await room.view('mes', key)).body.document;
    const members = organisations.map((name) => room.member(name));
    const secrets = ['T-COA', key, id, 'One flat', 'flatmates', 'placed', 'mandate', ...members];
    const told = JSON.stringify(bodies, (name, value: unknown) => (name === 'acts' ? [] : value));
    expect(secrets.filter((secret) => told.includes(secret))).toEqual([]);
    expect(
      entries
        .filter(({ stream }) => stream === `proposal:${received}`)
        .map(({ act, data }) => [act, data.joint !== undefined]),
    ).toEqual([
      ['proposal.drafted', true],
      ['proposal.frozen', false],
      ['proposal.submitted', true],
    ]);
  });

  it('is sponsored by the spokesperson, who takes part without a seat', async () => {
    const view = await table.do('Fabio', received, 'negotiation.opened');
    const own = await application.request(room.person('mes'), 'GET', `/proposals/${received}`);
    expect(view.sponsors).toEqual([own.body.me.member]);
    expect(own.body.me).toMatchObject({ seat: null, roles: [] });
    expect(own.body.document.right).toBe('write');
  });

  it('leaves logs that verify', async () => {
    for (const at of [room, table]) {
      const report = await application.verify(at.table);
      expect([report.verdict, report.findings]).toEqual([0, []]);
    }
  });
});

describe('a joint proposal of a bench', () => {
  let application: TestApplication;
  let table: AtTable;

  beforeAll(async () => {
    application = await TestApplication.start('2026-11-24T08:00:00.000Z');
    table = new AtTable(application, await application.table(planningTable('T-FAM')));
    await application.table(planningTable('T-ELSE'));
  });

  afterAll(() => application.close());

  it('goes to the table whose sector it is, and to no other', async () => {
    const [carla, ciro] = [table.person('Carla'), table.person('Ciro')];
    const act = async (person: string, key: string, name: string, body: object = {}) => {
      const answer = await application.request(person, 'POST', `/proposals/${key}/acts/${name}`, body);
      expect([name, answer.status]).toEqual([name, 200]);
      return answer.body;
    };
    const { body: bench } = await application.request<TableView>(carla, 'POST', '/tables/T-FAM/bench', {});
    const title = { title: 'Evenings for parents', language: 'en' };
    const { key, document } = (await application.request(ciro, 'POST', `/tables/${bench.key}/proposals`, title)).body;
    const member = bench.seatsView.find(({ holder }) => holder?.name === 'Ciro')?.holder?.member ?? '';
    const now =
      bench.me.member === null ? null : (await application.request(ciro, 'GET', `/proposals/${key}`)).body.now;
    if (now === null) throw new Error('Carla is not in the bench that she opened');
    const written = { proposal: document.id, member, text: clauses('Open in the evening.'), at: now };
    const textHash = await application.app.get(TextImport).write(written);
    await act(ciro, key, 'proposal.submitted');
    await act(carla, key, 'negotiation.opened');
    await act(carla, key, 'settlement.confirmed', { textHash });
    await act(ciro, key, 'settlement.confirmed', { textHash });
    await act(carla, key, 'consent_round.opened');
    for (const person of [carla, ciro]) await act(person, key, 'consent.given', { stand: 'consent' });
    const limits = { may: 'One evening.', mayNot: 'None at all.', until: '2026-12-31' };
    await act(ciro, key, 'negotiating_mandate.proposed', { spokesperson: member, ...limits });
    await act(carla, key, 'negotiating_mandate.supported', { mandate: 1 });
    const path = `/proposals/${key}/acts/joint_proposal.submitted`;
    expect((await application.request(ciro, 'POST', path, { receiver: 'T-ELSE' })).status).toBe(403);
    const { procedure } = await act(ciro, key, 'joint_proposal.submitted', { receiver: 'T-FAM' });
    const received = procedure.mode === 'planning' ? (procedure.submissions?.[0]?.proposal ?? '') : '';
    expect((await table.view(null, received)).body).toMatchObject({
      key: 'P-101',
      origin: 'citizens',
      sponsors: [table.member('Ciro')],
      joint: { organisations: 1, people: 0 },
    });
    expect((await application.request(table.person('Paola'), 'GET', `/proposals/${key}`)).status).toBe(404);
  });
});
