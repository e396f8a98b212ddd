import { jest } from '@jest/globals';
import { type LogPage, type Problem, type TableActName, type TableView } from '@tavolo/contracts';
import { LiveGateway, TableAccess } from '@tavolo/server-platform';
import { FillSeat } from '../seats/fill-seat.act.js';
import { GiveRole } from '../seats/give-role.act.js';
import { TablesApplication, type Someone } from '../testing/tables-application.js';

jest.setTimeout(60_000);

describe('the people of a table, changed from outside', () => {
  let tables: TablesApplication;
  let ada: Someone;
  let marta: Someone;
  let bruno: Someone;
  let fabio: Someone;
  let stefania: Someone;
  let table: string;
  let members: Readonly<Record<'marta' | 'bruno' | 'fabio', string>>;
  let count = 0;

  beforeAll(async () => {
    tables = await TablesApplication.start();
    ada = await tables.person('Ada', true);
    [marta, bruno] = [await tables.person('Marta'), await tables.person('Bruno')];
    [fabio, stefania] = [await tables.person('Fabio'), await tables.person('Stefania')];
  });

  /** Marta sits on seat 3, Bruno as her deputy, Fabio coordinates. */
  beforeEach(async () => {
    table = `T-${(count += 1)}`;
    await tables.table(table);
    const seat = { table, seat: '3' };
    members = {
      marta: (await tables.run(FillSeat, { ...seat, person: marta.id, as: 'holder' })).member,
      bruno: (await tables.run(FillSeat, { ...seat, person: bruno.id, as: 'deputy' })).member,
      fabio: (await tables.run(GiveRole, { table, role: 'coordinator', person: fabio.id })).member,
    };
  });

  afterAll(() => tables.close());

  const act = <Body = TableView>(who: Someone | null, name: TableActName, body: object) =>
    tables.post<Body>(`/tables/${table}/acts/${name}`, body, who);
  const refused = async (who: Someone | null, name: TableActName, body: object) => {
    const { status, body: problem } = await act<Problem>(who, name, body);
    return [status, problem.code];
  };
  const log = async (name: TableActName, reader: Someone | null) =>
    (await tables.get<LogPage>(`/tables/${table}/log?act=${name}`, reader)).body.entries;

  it('lets everybody leave her own seat, without saying why', async () => {
    const left = await act(marta, 'seat.vacated', { seat: '3' });
    expect(left.status).toBe(200);
    expect(left.body.seatsView[2]).toMatchObject({ holder: null, deputy: { member: members.bruno } });
    expect(left.body.me).toMatchObject({ member: members.marta, seat: null, seesNames: true });
    expect((await act(bruno, 'seat.vacated', { seat: '3', as: 'deputy' })).body.seatsView[2]?.deputy).toBeNull();
    const [, entry] = await log('seat.vacated', ada);
    expect(entry).toMatchObject({
      actor: { member: members.marta },
      data: { number: 3, sector: 'citizens', member: members.marta, as: 'holder' },
      disclosed: {},
    });
  });

  it('lets everybody end her own role', async () => {
    const ended = await act(fabio, 'role.ended', { role: 'coordinator', member: members.fabio });
    expect([ended.status, ended.body.rolesView, ended.body.me.roles]).toEqual([200, [], []]);
    expect((await log('role.ended', ada))[0]).toMatchObject({
      actor: { member: members.fabio },
      data: { member: members.fabio, role: 'coordinator' },
    });
  });

  it('lets nobody but administrators end the place of another, and give one: not the deputy, nor who guides', async () => {
    const attempts: readonly (readonly [TableActName, object])[] = [
      ['seat.vacated', { seat: '3', reason: 'So I wish' }],
      ['seat.filled', { seat: '1', member: members.fabio }],
      ['role.given', { role: 'secretary', member: members.bruno }],
      ['role.ended', { role: 'coordinator', member: members.fabio, reason: 'So I wish' }],
    ];
    for (const [name, body] of attempts) {
      expect([name, await refused(null, name, body)]).toEqual([name, [401, 'no_session']]);
      expect([name, await refused(stefania, name, body)]).toEqual([name, [403, 'not_allowed']]);
      expect([name, await refused(bruno, name, body)]).toEqual([name, [403, 'not_allowed']]);
      if (name === 'role.ended') continue;
      expect([name, await refused(fabio, name, body)]).toEqual([name, [403, 'not_allowed']]);
    }
    expect(await log('seat.vacated', ada)).toEqual([]);
  });

  it('asks an administrator for a reason, which the people of the table read and others do not', async () => {
    for (const reason of [undefined, null, '', '\u200b']) {
      expect(await refused(ada, 'seat.vacated', { seat: '3', reason })).toEqual([422, 'reason_required']);
    }
    const ending = { role: 'coordinator', member: members.fabio };
    expect(await refused(ada, 'role.ended', ending)).toEqual([422, 'reason_required']);
    const freed = await act(ada, 'seat.vacated', { seat: '3', member: members.marta, reason: 'Moved away' });
    expect([freed.status, freed.body.seatsView[2]?.holder]).toEqual([200, null]);
    expect((await act(ada, 'role.ended', { ...ending, reason: 'Her term is over' })).body.rolesView).toEqual([]);
    expect((await log('seat.vacated', bruno))[0]?.disclosed).toEqual({ reason: 'Moved away' });
    expect((await log('role.ended', bruno))[0]?.disclosed).toEqual({ reason: 'Her term is over' });
    expect((await log('seat.vacated', null))[0]?.disclosed).toEqual({ reason: null });
    expect((await log('role.ended', null))[0]?.disclosed).toEqual({ reason: null });
  });

  it('frees no seat of somebody else than who was meant', async () => {
    await act(marta, 'seat.vacated', { seat: '3' });
    await act(ada, 'seat.filled', { seat: '3', person: stefania.id });
    const meant = { seat: '3', member: members.marta, reason: 'Moved away' };
    expect(await refused(ada, 'seat.vacated', meant)).toEqual([404, 'not_found']);
    expect(await refused(marta, 'seat.vacated', { seat: '3' })).toEqual([403, 'not_allowed']);
    expect(await refused(ada, 'seat.vacated', { seat: '1', reason: 'x' })).toEqual([404, 'not_found']);
  });

  it('ends what is ended twice at the same moment once', async () => {
    const body = { seat: '3', reason: 'Moved away' };
    const answers = await Promise.all([act(ada, 'seat.vacated', body), act(marta, 'seat.vacated', body)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 404]);
    expect(await log('seat.vacated', ada)).toHaveLength(1);
  });

  it('seats people who are at the table, and people who are not yet', async () => {
    const seated = await act(ada, 'seat.filled', { seat: '1', member: members.fabio });
    expect(seated.body.seatsView[0]?.holder).toMatchObject({ member: members.fabio, name: 'Fabio' });
    const named = await act(ada, 'seat.filled', { seat: '1', as: 'deputy', person: stefania.id });
    expect(named.body.seatsView[0]?.deputy).toMatchObject({ name: 'Stefania' });
    expect((await log('seat.filled', stefania)).map(({ data }) => [data.number, data.as])).toEqual([
      [1, 'deputy'],
      [1, 'holder'],
      [3, 'deputy'],
      [3, 'holder'],
    ]);
    expect(await refused(ada, 'seat.filled', { seat: '3', person: ada.id })).toEqual([409, 'seat.taken']);
    const second = { seat: '2', member: members.marta };
    expect(await refused(ada, 'seat.filled', second)).toEqual([409, 'seat.member_has_seat']);
  });

  it('gives roles, once each', async () => {
    const given = await act(ada, 'role.given', { role: 'secretary', member: members.marta });
    expect(given.body.rolesView).toMatchObject([{ role: 'coordinator' }, { role: 'secretary' }]);
    const again = { role: 'secretary', person: marta.id };
    expect(await refused(ada, 'role.given', again)).toEqual([409, 'role.already_held']);
    expect((await act(ada, 'role.given', { role: 'facilitator', person: stefania.id })).status).toBe(200);
    expect((await log('role.given', marta))[0]?.data).toMatchObject({ role: 'facilitator' });
  });

  it('refuses what is not right in form, unknown acts, and people of other tables', async () => {
    const wrong: readonly (readonly [TableActName, object])[] = [
      ['seat.filled', { seat: '1' }],
      ['seat.filled', { seat: '1', member: members.fabio, person: fabio.id }],
      ['seat.filled', { seat: '1', as: 'guest', member: members.fabio }],
      ['role.given', { role: 'king', member: members.fabio }],
      ['role.ended', { role: 'coordinator' }],
    ];
    for (const [name, body] of wrong) expect(await refused(ada, name, body)).toEqual([400, 'invalid_input']);
    expect(await refused(ada, 'table.created' as TableActName, {})).toEqual([404, 'not_found']);
    expect(await refused(ada, 'seat.filled', { seat: '1', member: 'm_unknown' })).toEqual([404, 'not_found']);
    const elsewhere = { seat: '1', member: members.fabio };
    await tables.table(`${table}-B`);
    expect((await tables.post(`/tables/${table}-B/acts/seat.filled`, elsewhere, ada)).status).toBe(404);
  });

  it('tells a stranger of a table of members that there is none', async () => {
    await tables.table(`${table}-M`, { visibility: 'members' });
    const path = `/tables/${table}-M/acts/role.given`;
    const answer = await tables.post<Problem>(path, { role: 'secretary', person: marta.id }, marta);
    expect([answer.status, answer.body.code]).toEqual([404, 'not_found']);
  });

  it('counts at once for who has the table open: the bench of a sector is closed to who left her seat', async () => {
    const access = tables.app.get(TableAccess);
    const rechecked = jest.spyOn(tables.app.get(LiveGateway), 'recheck');
    expect(await access.mayWatch(marta.who, table, 'bench:citizens')).toBe(true);
    await act(marta, 'seat.vacated', { seat: '3' });
    expect(rechecked.mock.calls).toEqual([[table]]);
    expect(await access.mayWatch(marta.who, table, 'bench:citizens')).toBe(false);
    expect(await access.mayWatch(bruno.who, table, 'bench:citizens')).toBe(true);
    rechecked.mockRestore();
  });

  it('does one thing once when it is asked for again under the same key', async () => {
    const send = () =>
      fetch(`${tables.address}/tables/${table}/acts/seat.vacated`, {
        method: 'POST',
        headers: {
          origin: 'http://localhost:3000',
          'content-type': 'application/json',
          cookie: marta.cookie,
          'idempotency-key': '0199a000-0000-7000-8000-00000000000a',
        },
        body: JSON.stringify({ seat: '3' }),
      });
    expect([(await send()).status, (await send()).status]).toEqual([200, 200]);
    expect(await log('seat.vacated', ada)).toHaveLength(1);
  });
});
