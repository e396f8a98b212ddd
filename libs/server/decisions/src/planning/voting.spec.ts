import { randomUUID } from 'node:crypto';
import { type ProposalView } from '@tavolo/contracts';
import { AtTable, planningTable } from '../testing/planning-table.js';
import { TestApplication } from '../testing/test-application.js';
import { clauses, hashOf } from '../testing/writing.js';

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

  it('takes a vote that came in time, and is sent again after the deadline because its answer was lost, for the same vote', async () => {
    const { key, ballot } = await at.voting('One clause.', { closesAt: '2026-11-24T10:30:00.000Z' });
    const vote = { ballot, choice: 'yes' };
    const inTime = { 'idempotency-key': randomUUID() };
    expect(await at.try('Paola', key, 'vote.cast', vote, inTime)).toMatchObject({ status: 200 });
    await application.setClock('2026-11-24T10:30:00.000Z');
    expect(await at.try('Paola', key, 'vote.cast', vote, inTime)).toMatchObject({ status: 200 });
    expect(await at.try('Paola', key, 'vote.cast', { ballot, choice: 'no' }, inTime)).toMatchObject({
      body: { code: 'key_reused' },
    });
    const late = await at.try('Paola', key, 'vote.cast', vote, { 'idempotency-key': randomUUID() });
    expect(late).toMatchObject({ status: 409, body: { code: 'ballot_closed' } });
    expect(await entries(ballot, 'vote.cast')).toHaveLength(1);
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
    const { key, ballot } = await at.voting('One clause.', { closesAt: '2026-11-24T13:30:00.000Z' });
    await application.whileNobodyRecords(async () => {
      await application.setClock('2026-11-24T13:30:00.000Z');
      const { body } = await at.view(null, key);
      expect(body.procedure).toMatchObject({
        ballots: [{ key: ballot, state: 'closed', result: { verdict: 'no_quorum' } }],
      });
      expect(await entries(ballot, 'vote.closed')).toEqual([]);
    });
    await application.setClock('2026-11-24T13:30:01.000Z');
    expect(await entries(ballot, 'vote.closed')).toMatchObject([{ at: '2026-11-24T13:30:00.000Z' }]);
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

  it('goes on without a deputy who declares an interest: the holder votes for the seat', async () => {
    const { key, ballot } = await at.voting('One clause.');
    await at.do('Dora', key, 'seat.recused', { reason: 'My sister works for the provider.' });
    expect(await at.try('Dora', key, 'vote.cast', { ballot, choice: 'no' })).toMatchObject({
      status: 403,
      body: { code: 'recused' },
    });
    const everybody = { Paola: 'yes', Piero: 'yes', Teresa: 'yes', Tommaso: 'yes', Carla: 'yes', Ciro: 'no' } as const;
    await at.cast(key, ballot, everybody);
    const { procedure } = await at.do('Sara', key, 'vote.closed', { ballot });
    expect(procedure).toMatchObject({
      recusals: [{ seat: at.seat('Ciro'), member: at.member('Dora') }],
      ballots: [{ recused: [], result: { recused: 0, total: { eligible: 6, tookPart: 6, yes: 5, no: 1 } } }],
    });
    const [left] = await application.log(at.table, { stream: `proposal:${key}`, act: 'seat.recused' });
    const data = { member: at.member('Dora'), seat: at.seat('Ciro'), vote: ballot, eligible: 6 };
    expect(left).toMatchObject({ actor: at.member('Dora'), data });
  });

  it('counts majority and quorum without a seat of which holder and deputy have left', async () => {
    const { key, ballot } = await at.voting('One clause.');
    const interest = { reason: 'My sister works for the provider.' };
    await at.do('Ciro', key, 'seat.recused', interest);
    await at.do('Dora', key, 'seat.recused', interest);
    await at.cast(key, ballot, { Paola: 'yes', Teresa: 'yes', Carla: 'yes' });
    const { procedure } = await at.do('Sara', key, 'vote.closed', { ballot, reason: 'Nobody else is coming.' });
    // Three of six would be no quorum; three of the five that are left are.
    expect(procedure).toMatchObject({
      stage: 'adopted',
      ballots: [
        {
          recused: [{ seat: at.seat('Ciro'), sector: 'citizens' }],
          result: { verdict: 'adopted', recused: 1, quorumOverall: true, total: { eligible: 5, tookPart: 3 } },
        },
      ],
    });
    const recusals = await application.log(at.table, { stream: `proposal:${key}`, act: 'seat.recused' });
    expect(recusals.map(({ data }) => [data.member, data.eligible]).sort()).toEqual(
      [
        [at.member('Ciro'), 6],
        [at.member('Dora'), 5],
      ].sort(),
    );
    expect((await entries(ballot, 'vote.result')).map(({ data }) => data)).toMatchObject([
      { counts: { citizens: { yes: 1, no: 0, abstain: 0 } }, ballots: 3 },
    ]);
  });

  it('counts zero for a sector of which every seat has left, as whoever recounts the log does', async () => {
    const { key, ballot } = await at.voting('One clause.');
    for (const name of ['Ciro', 'Dora', 'Carla'] as const)
      await at.do(name, key, 'seat.recused', { reason: 'My sister works for the provider.' });
    await at.cast(key, ballot, { Paola: 'yes', Piero: 'yes', Teresa: 'yes' });
    await at.do('Sara', key, 'vote.closed', { ballot, reason: 'Nobody else is coming.' });
    const [result] = await entries(ballot, 'vote.result');
    expect(result?.data).toMatchObject({ counts: { citizens: { yes: 0, no: 0, abstain: 0 } }, ballots: 3 });
    expect(await application.verify(at.table)).toMatchObject({ verdict: 0, findings: [] });
  });

  it('closes before its announced time by two persons only, the first of whom says why', async () => {
    const closesAt = '2026-11-25T12:00:00.000Z';
    const { key, ballot } = await at.voting('One clause.', { closesAt });
    await at.cast(key, ballot, { Paola: 'yes', Teresa: 'yes', Carla: 'yes', Ciro: 'yes' });
    const reason = 'The two who are missing are in hospital.';
    for (const given of [null, reason]) {
      expect(await at.try('Sara', key, 'vote.closed', { ballot, reason: given })).toMatchObject({
        status: 409,
        body: { code: 'two_person_rule', params: { ballot, closesAt, missing: 'request' } },
      });
    }
    await at.do('Sara', key, 'ballot.early_closing_requested', { ballot, reason });
    expect((await at.view(null, key)).body.procedure).toMatchObject({
      ballots: [{ earlyClosing: { by: at.member('Sara'), reason } }],
    });
    expect(await at.try('Sara', key, 'vote.closed', { ballot })).toMatchObject({
      status: 409,
      body: { code: 'two_person_rule', params: { missing: 'other_person' } },
    });
    const view = await at.do('Fabio', key, 'vote.closed', { ballot });
    expect(view.procedure).toMatchObject({
      stage: 'adopted',
      ballots: [{ closedEarly: { by: at.member('Fabio'), reason, requestedBy: at.member('Sara') } }],
    });
    expect((await entries(ballot, 'vote.closed')).map(({ actor }) => actor)).toEqual([at.member('Fabio')]);
    const [asked] = await application.log(at.table, { act: 'ballot.early_closing_requested' });
    expect(asked).toMatchObject({ actor: at.member('Sara'), data: { proposal: key, vote: ballot } });
    const written = await application.dataSource.query<{ subject: string }[]>(
      'select subject_id as subject from audit.disclosure where entry_id = $1',
      [asked!.id],
    );
    expect(written).toEqual([{ subject: at.person('Sara') }]);
  });

  it('closes without an announced time by one person, who says why while a seat has not voted', async () => {
    const { key, ballot } = await at.voting('One clause.');
    await at.cast(key, ballot, { Paola: 'yes', Teresa: 'yes', Carla: 'yes', Ciro: 'yes' });
    expect(await at.try('Sara', key, 'vote.closed', { ballot })).toMatchObject({
      status: 422,
      body: { code: 'reason_required', rule: '2.1 Written reasons' },
    });
    await at.do('Sara', key, 'vote.closed', { ballot, reason: 'Nobody else is coming.' });
  });

  it('is not opened with a closing time in the next hour or after a year', async () => {
    const key = await at.negotiating('One clause.');
    await at.settle(key, hashOf(clauses('One clause.')));
    const { body } = await at.view('Sara', key);
    for (const hours of [0.5, 24 * 366]) {
      const closesAt = new Date(Date.parse(body.now) + hours * 3_600_000).toISOString();
      expect(await at.try('Sara', key, 'vote.opened', { closesAt })).toMatchObject({
        status: 422,
        body: { code: 'closing_time_out_of_range', rule: '2.1 Ballots' },
      });
    }
  });

  it('can be recounted from the log by anybody', async () => {
    const report = await application.verify(at.table);
    expect([report.verdict, report.findings]).toEqual([0, []]);
  });
});
