import { jest } from '@jest/globals';
import { type TableSummary, type TableView } from '@tavolo/contracts';
import { TableAccess, visitor } from '@tavolo/server-platform';
import { FillSeat } from '../seats/fill-seat.act.js';
import { GiveRole } from '../seats/give-role.act.js';
import { VacateSeat } from '../seats/vacate-seat.act.js';
import { TablesApplication, type Someone } from '../testing/tables-application.js';
import { type TableFacts } from './table-facts.js';

jest.setTimeout(60_000);

describe('who reads a table', () => {
  let tables: TablesApplication;
  let open: TableFacts;
  let closed: TableFacts;
  let marta: Someone;
  let teo: Someone;
  let fabio: Someone;
  let administrator: Someone;

  beforeAll(async () => {
    tables = await TablesApplication.start();
    open = await tables.table('T-OPEN');
    closed = await tables.table('T-CLOSED', { visibility: 'members' });
    marta = await tables.person('Marta');
    teo = await tables.person('Teo');
    fabio = await tables.person('Fabio');
    administrator = await tables.person('Ada', true);
    await tables.run(FillSeat, { table: 'T-CLOSED', seat: '2', person: marta.id, as: 'holder' });
    await tables.run(FillSeat, { table: 'T-OPEN', seat: '3', person: teo.id, as: 'holder' });
    await tables.run(GiveRole, { table: 'T-OPEN', role: 'facilitator', person: fabio.id });
  });

  afterAll(() => tables.close());

  const view = (table: string, reader: Someone | null) => tables.get<TableView>(`/tables/${table}`, reader);
  const namesIn = (text: string) => ['Marta', 'Teo', 'Fabio', 'Ada'].filter((name) => text.includes(name));

  it('lists public tables for everybody, and tables of members for those', async () => {
    const keys = async (reader: Someone | null) =>
      (await tables.get<TableSummary[]>('/tables', reader)).body.map(({ key }) => key);
    expect(await keys(null)).toEqual(['T-OPEN']);
    expect(await keys(teo)).toEqual(['T-OPEN']);
    expect(await keys(marta)).toEqual(['T-CLOSED', 'T-OPEN']);
    expect(await keys(administrator)).toEqual(['T-CLOSED', 'T-OPEN']);
  });

  it('answers as if a table of members did not exist', async () => {
    const plain = ({ status, body }: { status: number; body: unknown }) => {
      const { instance, params, ...rest } = body as Record<string, unknown>;
      expect(instance).toEqual(expect.any(String));
      expect(params).toMatchObject({ what: 'table' });
      return { status, rest };
    };
    const nowhere = plain(await view('T-NOWHERE', teo));
    expect(nowhere.status).toBe(404);
    for (const reader of [null, teo]) {
      for (const path of ['T-CLOSED', closed.id, 'T-CLOSED/log', 'T-CLOSED/log/bundle']) {
        expect(plain(await view(path, reader))).toEqual(nowhere);
      }
    }
  });

  it('shows names and titles to members of the table and to administrators, seats to everybody', async () => {
    for (const reader of [null, marta]) {
      const { body } = await view('T-OPEN', reader);
      expect(namesIn(JSON.stringify(body))).toEqual([]);
      expect(JSON.stringify(body)).not.toContain('Title of');
      expect(body.me.seesNames).toBe(false);
      expect(body.seatsView.map(({ number, sector }) => [number, sector])).toEqual([
        [1, 'public'],
        [2, 'third_sector'],
        [3, 'citizens'],
        [4, 'market'],
      ]);
    }
    for (const reader of [teo, fabio, administrator]) {
      const { body } = await view('T-OPEN', reader);
      expect(body.seatsView[2]?.holder).toMatchObject({ name: 'Teo', title: { en: 'Title of Teo' } });
      expect(body.rolesView).toMatchObject([{ role: 'facilitator', holder: { name: 'Fabio' } }]);
    }
  });

  it('tells people what they are at the table, and nobody what she is not', async () => {
    const me = async (reader: Someone | null) => (await view('T-OPEN', reader)).body.me;
    expect(await me(teo)).toMatchObject({ seat: expect.any(String), asDeputy: false, roles: [], administrator: false });
    expect(await me(fabio)).toMatchObject({ seat: null, roles: ['facilitator'], seesNames: true });
    expect(await me(marta)).toMatchObject({ member: null, seat: null, roles: [], seesNames: false });
    expect(await me(administrator)).toMatchObject({ member: null, seat: null, administrator: true });
  });

  it('finds a table by key or id, as text', async () => {
    expect((await view(open.id, null)).body.key).toBe('T-OPEN');
    const rival = await tables.table(open.id.slice(0, 8));
    expect((await view(open.id, null)).body.key).toBe('T-OPEN');
    expect((await view(rival.key, null)).body.key).toBe(rival.key);
    expect((await view(`${open.id}x`, null)).status).toBe(404);
    expect((await view("T-OPEN' or '1'='1", null)).status).toBe(400);
  });

  it('gives nobody but members an actor', async () => {
    expect((await tables.policy.of(teo.who, 'T-OPEN')).actor).toMatchObject({ roles: [] });
    for (const who of [visitor, marta.who, administrator.who]) {
      expect((await tables.policy.of(who, 'T-OPEN')).actor).toBeNull();
    }
  });

  it('may be followed live by whoever reads it; its rooms by whom they are for', async () => {
    const access = tables.app.get(TableAccess);
    const may = (reader: Someone | null, table: string, room?: string) =>
      access.mayWatch(reader?.who ?? visitor, table, room);
    expect(await Promise.all([may(null, 'T-OPEN'), may(null, 'T-CLOSED'), may(marta, 'T-CLOSED')])).toEqual([
      true,
      false,
      true,
    ]);
    expect(await Promise.all([may(null, 'T-OPEN', 'members'), may(teo, 'T-OPEN', 'members')])).toEqual([false, true]);
    const benches = ['bench:citizens', 'bench:third_sector', 'anything'];
    expect(await Promise.all(benches.map((room) => may(teo, 'T-OPEN', room)))).toEqual([true, false, false]);
    expect(await may(administrator, 'T-OPEN', 'bench:citizens')).toBe(false);
    expect(await access.presentAs(teo.who, 'T-OPEN')).toBe((await tables.policy.of(teo.who, 'T-OPEN')).me.member);
    expect(await access.presentAs(marta.who, 'T-OPEN')).toBeNull();
  });

  it('counts a change of seats at once', async () => {
    const place = { table: 'T-CLOSED', seat: '4', as: 'holder' };
    expect((await view('T-CLOSED', fabio)).status).toBe(404);
    await tables.run(FillSeat, { ...place, person: fabio.id });
    expect((await view('T-CLOSED', fabio)).body.me.seat).not.toBeNull();
    await tables.run(VacateSeat, place);
    expect((await view('T-CLOSED', fabio)).body.me.seat).toBeNull();
  });
});
