import { randomUUID } from 'node:crypto';
import { type ProposalView } from '@tavolo/contracts';
import { dueLock } from '../due/due.reader.js';
import { AtTable, planningTable } from '../testing/planning-table.js';
import { TestApplication } from '../testing/test-application.js';

describe('voting', () => {
  let application: TestApplication;
  let at: AtTable;

  beforeAll(async () => {
    application = await TestApplication.start('2026-11-24T08:00:00.000Z');
    at = new AtTable(application, await application.table(planningTable('T-VOTE')));
  });

  afterAll(() => application.close());

  const votesOf = ({ procedure }: ProposalView) =>
    procedure.mode === 'planning' ? procedure.ballots.at(-1)!.votes : {};
  const entries = (ballot: string, act: 'vote.cast' | 'vote.result' | 'vote.closed') =>
    application.log(at.table, { stream: `vote:${ballot}`, act });

  it('counts everybody who votes at the same moment', async () => {
    const { key, ballot } = await at.voting('One clause.');
    const people = ['Paola', 'Piero', 'Teresa', 'Tommaso', 'Carla', 'Ciro'];
    const answers = await Promise.all(people.map((name) => at.try(name, key, 'vote.cast', { ballot, choice: 'yes' })));
    expect(answers.map(({ status }) => status)).toEqual(people.map(() => 200));
    const { body } = await at.view('Sara', key);
    expect(Object.keys(votesOf(body)).sort()).toEqual(people.map((name) => at.seat(name)).sort());
    expect(await entries(ballot, 'vote.cast')).toHaveLength(6);
  });

  it('takes a double click for one vote', async () => {
    const { key, ballot } = await at.voting('One clause.');
    const idempotency = { 'idempotency-key': randomUUID() };
    const vote = { ballot, choice: 'yes' };
    const answers = await Promise.all([1, 2].map(() => at.try('Paola', key, 'vote.cast', vote, idempotency)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect(await entries(ballot, 'vote.cast')).toHaveLength(1);
  });

  it('counts the last vote of a seat, from one tab or from two', async () => {
    const { key, ballot } = await at.voting('One clause.');
    await at.cast(key, ballot, { Paola: 'yes' });
    await at.cast(key, ballot, { Paola: 'no' });
    const both = await Promise.all(
      ['yes', 'abstain'].map((choice) => at.try('Piero', key, 'vote.cast', { ballot, choice })),
    );
    expect(both.map(({ status }) => status)).toEqual([200, 200]);
    const votes = votesOf((await at.view('Sara', key)).body);
    expect(votes[at.seat('Paola')]?.choice).toBe('no');
    expect(Object.keys(votes)).toHaveLength(2);
  });

  it('names a deputy who votes for the holder only in what can be erased', async () => {
    const { key, ballot } = await at.voting('One clause.');
    await at.cast(key, ballot, { Dora: 'yes' });
    const [entry] = await entries(ballot, 'vote.cast');
    expect(entry).toMatchObject({ actor: at.seat('Ciro'), data: { vote: ballot, option: 'yes' } });
    const rows: { subject: string }[] = await application.dataSource.query(
      'select subject_id as subject from audit.disclosure where entry_id = $1',
      [entry!.id],
    );
    expect(rows).toEqual([{ subject: at.person('Dora') }]);
  });

  it('refuses a vote that comes after the deadline by the time of the server, and closes the ballot at its true instant', async () => {
    const closesAt = '2026-11-24T12:00:00.000Z';
    const { key, ballot } = await at.voting('One clause.', { closesAt });
    await at.cast(key, ballot, { Paola: 'yes', Teresa: 'yes', Carla: 'yes', Ciro: 'yes' });
    await application.setClock('2026-11-24T12:00:05.000Z');
    const late = await at.try('Piero', key, 'vote.cast', { ballot, choice: 'no' });
    expect(late).toMatchObject({ status: 409, body: { code: 'ballot_closed' } });
    expect((await entries(ballot, 'vote.closed')).map(({ at: when, actor }) => [when, actor])).toEqual([
      [closesAt, null],
    ]);
    expect((await entries(ballot, 'vote.result')).map(({ data }) => data)).toMatchObject([
      { vote: ballot, ballots: 4, blank: 0, invalid: 0, counts: { citizens: { yes: 2, no: 0, abstain: 0 } } },
    ]);
    expect((await at.view(null, key)).body.stage).toBe('adopted');
  });

  it('shows what the clock has brought about before anybody has recorded it', async () => {
    const { key, ballot } = await at.voting('One clause.', { closesAt: '2026-11-24T13:00:00.000Z' });
    await whileNobodyRecords(async () => {
      await application.setClock('2026-11-24T13:00:00.000Z');
      const { body } = await at.view(null, key);
      expect(body.procedure).toMatchObject({
        ballots: [{ key: ballot, state: 'closed', result: { verdict: 'no_quorum' } }],
      });
      expect(await entries(ballot, 'vote.closed')).toEqual([]);
    });
    await application.setClock('2026-11-24T13:00:01.000Z');
    expect(await entries(ballot, 'vote.closed')).toMatchObject([{ at: '2026-11-24T13:00:00.000Z' }]);
  });

  it('lets a seat leave an open ballot before it votes, and not after', async () => {
    const { key, ballot } = await at.voting('One clause.');
    await at.cast(key, ballot, { Paola: 'yes', Teresa: 'yes', Tommaso: 'no', Carla: 'yes', Ciro: 'no' });
    const interest = { reason: 'My sister works for the provider.' };
    expect(await at.try('Tommaso', key, 'seat.recused', interest)).toMatchObject({
      status: 409,
      body: { code: 'vote_given', params: { ballot } },
    });
    await at.do('Piero', key, 'seat.recused', interest);
    expect(await at.try('Piero', key, 'vote.cast', { ballot, choice: 'no' })).toMatchObject({
      body: { code: 'recused' },
    });
    await at.do('Sara', key, 'vote.closed', { ballot });
    const { procedure } = (await at.view('Sara', key)).body;
    expect(procedure).toMatchObject({
      ballots: [{ result: { recused: 1, total: { eligible: 5, tookPart: 5, yes: 3, no: 2 } } }],
    });
    expect((await entries(ballot, 'vote.result')).map(({ data }) => data)).toMatchObject([
      { vote: ballot, ballots: 5 },
    ]);
  });

  it('can be recounted from the log by anybody', async () => {
    const report = await application.verify(at.table);
    expect([report.verdict, report.findings]).toEqual([0, []]);
  });

  /** As if another process were recording what is due, and slow. */
  async function whileNobodyRecords(work: () => Promise<void>): Promise<void> {
    const other = application.dataSource.createQueryRunner();
    await other.query('select pg_advisory_lock($1)', [dueLock]);
    await work();
    await other.query('select pg_advisory_unlock($1)', [dueLock]);
    await other.release();
  }
});
