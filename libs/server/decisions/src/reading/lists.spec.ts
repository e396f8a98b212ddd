import { type TableSummary, type TableView, type Waiting } from '@tavolo/contracts';
import { AtTable, planningTable } from '../testing/planning-table.js';
import { TestApplication } from '../testing/test-application.js';
import { clauses, hashOf } from '../testing/writing.js';

describe('what lies on tables, and what waits for whom', () => {
  let application: TestApplication;
  let at: AtTable;
  let closed: AtTable;
  let key: string;
  let ballot: string;

  beforeAll(async () => {
    application = await TestApplication.start('2026-11-24T08:00:00.000Z');
    at = new AtTable(application, await application.table(planningTable('T-LIST')));
    closed = new AtTable(application, await application.table(planningTable('T-SHUT', { visibility: 'members' })));
    ({ key, ballot } = await at.voting('One clause.'));
    await at.draft('Carla', 'Not yet ready');
    await closed.draft('Carla', 'Nobody else knows');
  });

  afterAll(() => application.close());

  const tablesOf = async (person: string | null) =>
    (await application.request<TableSummary[]>(person, 'GET', '/tables')).body.map(({ key: table, openProposals }) => [
      table,
      openProposals,
    ]);
  const waitingOf = async (name: string) =>
    (await application.request<Waiting[]>(at.person(name), 'GET', '/waiting')).body;

  it('counts drafts for members of the table only, and hidden tables for nobody else', async () => {
    expect(await tablesOf(null)).toEqual([['T-LIST', 1]]);
    expect(await tablesOf(at.person('Vera'))).toEqual([['T-LIST', 2]]);
    expect(await tablesOf(closed.person('Vera'))).toEqual([
      ['T-LIST', 1],
      ['T-SHUT', 1],
    ]);
  });

  it('lists proposals with where they stand, as each reader may see them', async () => {
    const visitor = await application.request<TableView>(null, 'GET', '/tables/T-LIST');
    expect(visitor.body.proposals).toMatchObject([{ key, stage: 'voting', version: 1, mode: 'planning' }]);
    const member = await application.request<TableView>(at.person('Carla'), 'GET', '/tables/T-LIST');
    expect(member.body.proposals.map(({ stage }) => stage)).toEqual(['draft', 'voting']);
    expect((await application.request(null, 'GET', '/tables/T-SHUT')).status).toBe(404);
  });

  it('tells each what is expected of her now', async () => {
    const paola = await waitingOf('Paola');
    expect(paola).toMatchObject([{ table: { key: 'T-LIST' }, proposal: { key }, expectation: { act: 'vote.cast' } }]);
    await at.cast(key, ballot, { Paola: 'yes' });
    expect(await waitingOf('Paola')).toEqual([]);
    expect((await waitingOf('Carla')).map(({ expectation }) => expectation.act)).toEqual(
      expect.arrayContaining(['vote.cast', 'proposal.submitted']),
    );
    expect((await waitingOf('Vera')).map(({ proposal }) => proposal.key)).not.toContain(key);
    expect((await application.request(null, 'GET', '/waiting')).status).toBe(401);
  });

  it('asks a party to take part in a negotiation, and to confirm again when the text has changed since', async () => {
    const text = await at.negotiating('One clause.');
    const own = async (name: string) =>
      (await waitingOf(name)).filter(({ proposal }) => proposal.key === text).map(({ expectation }) => expectation.key);
    expect(await own('Paola')).toEqual(['negotiate']);
    expect(await own('Vera')).toEqual([]);
    expect(await own('Fabio')).toEqual([]);
    await at.do('Paola', text, 'settlement.confirmed', { textHash: hashOf(clauses('One clause.')) });
    expect(await own('Paola')).toEqual([]);
    expect(await own('Fabio')).toEqual(['confirm_text']);
    await at.write('Teresa', text, 'Another clause.');
    expect(await own('Paola')).toEqual(['confirm_again']);
  });

  it('lists what was decided, with ballot, verdict and rulebook', async () => {
    await at.cast(key, ballot, { Piero: 'yes', Teresa: 'yes', Carla: 'no', Ciro: 'no' });
    await at.do('Sara', key, 'vote.closed', { ballot, reason: 'everybody has spoken' });
    const { body } = await application.request<TableView>(null, 'GET', '/tables/T-LIST');
    expect(body.decisions).toMatchObject([
      { proposal: key, version: 1, ballot, verdict: 'rejected', deviation: false, rulebook: 'RB-TEST-1' },
    ]);
  });

  it('shows names to members and seats to visitors', async () => {
    const visitor = (await at.view(null, key)).body;
    expect(visitor.seats.map(({ holder }) => holder?.name ?? null)).toEqual(visitor.seats.map(() => null));
    const member = (await at.view('Vera', key)).body;
    expect(member.seats.map(({ holder }) => holder?.name)).toEqual([
      'Paola',
      'Piero',
      'Teresa',
      'Tommaso',
      'Carla',
      'Ciro',
      'Vera',
    ]);
    expect(member.me).toMatchObject({ member: at.member('Vera'), seat: at.seat('Vera'), asDeputy: false });
    expect((await at.view('Dora', key)).body.me).toMatchObject({ seat: at.seat('Ciro'), asDeputy: true });
  });
});
