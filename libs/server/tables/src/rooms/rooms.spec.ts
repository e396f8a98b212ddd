import { jest } from '@jest/globals';
import { type LogKeys, type TableSummary, type TableView } from '@tavolo/contracts';
import { PlacesOfPeople, SeatInvitation } from '@tavolo/server-identity';
import { TableAccess, visitor } from '@tavolo/server-platform';
import { FillSeat } from '../seats/fill-seat.act.js';
import { GiveRole } from '../seats/give-role.act.js';
import { EndRole } from '../seats/end-role.act.js';
import { VacateSeat } from '../seats/vacate-seat.act.js';
import { TablesApplication, type Someone } from '../testing/tables-application.js';
import { planning } from '../testing/rulebooks.js';

jest.setTimeout(60_000);

const vote = { organisation: null, right: 'vote' } as const;

describe('private rooms', () => {
  let tables: TablesApplication;
  let teo: Someone;
  let maria: Someone;
  let paola: Someone;
  let administrator: Someone;
  let bench: string;

  const view = (table: string, reader: Someone | null) => tables.get<TableView>(`/tables/${table}`, reader);
  const open = (reader: Someone | null) => tables.post<TableView>('/tables/T-FAM/bench', {}, reader);
  const keys = async (reader: Someone | null) =>
    (await tables.get<TableSummary[]>('/tables', reader)).body.map(({ key }) => key);

  beforeAll(async () => {
    tables = await TablesApplication.start();
    await tables.table('T-FAM', {
      seats: [
        { ...vote, sector: 'public' },
        { ...vote, sector: 'citizens' },
        { ...vote, sector: 'citizens', right: 'voice' },
      ],
    });
    [teo, maria, paola] = [await tables.person('Teo'), await tables.person('Maria'), await tables.person('Paola')];
    administrator = await tables.person('Ada', true);
    await tables.run(FillSeat, { table: 'T-FAM', seat: '2', person: teo.id, as: 'holder' });
    await tables.run(FillSeat, { table: 'T-FAM', seat: '2', person: maria.id, as: 'deputy' });
    await tables.run(FillSeat, { table: 'T-FAM', seat: '1', person: paola.id, as: 'holder' });
    expect((await view('T-FAM', teo)).body.bench).toEqual({ sector: 'citizens', key: null });
    const opened = await open(teo);
    expect(opened.status).toBe(200);
    bench = opened.body.key;
  });

  afterAll(() => tables.close());

  it('of a sector is opened once, by one of its seats, for all who sit there', async () => {
    expect((await open(maria)).body.key).toBe(bench);
    const { body } = await view(bench, maria);
    expect(body).toMatchObject({
      visibility: 'members',
      room: { kind: 'bench', sector: 'citizens', of: { key: 'T-FAM' } },
      rulebook: { parties: ['citizens'], negotiatingMandate: true },
    });
    expect(body.seatsView.map(({ right, holder, deputy }) => [right, holder?.name, deputy?.name])).toEqual([
      ['vote', 'Teo', 'Maria'],
      ['vote', undefined, undefined],
    ]);
    expect(body.rolesView).toMatchObject([{ role: 'facilitator', holder: { name: 'Teo' } }]);
    expect((await view('T-FAM', teo)).body.bench).toEqual({ sector: 'citizens', key: bench });
    for (const stranger of [null, administrator]) expect((await open(stranger)).status).toBeGreaterThanOrEqual(401);
  });

  it('do not exist for other sectors, administrators and visitors, by key or id, in lists, logs and live', async () => {
    const { id } = (await tables.policy.of(teo.who, bench)).table;
    const plain = async (path: string, reader: Someone | null) => {
      const { status, body } = await tables.get<Record<string, unknown>>(path, reader);
      const { instance, ...rest } = body;
      expect(instance).toEqual(expect.any(String));
      return { status, text: JSON.stringify(rest).replaceAll(id, '#').replaceAll(bench, '#') };
    };
    const nowhere = 'bench-00000000';
    for (const reader of [null, paola, administrator]) {
      for (const path of ['', '/log', '/log/bundle', '/log/checkpoint', '/log/tile/0/0']) {
        const missing = await plain(`/tables/${nowhere}${path}`, reader);
        expect(missing.status).toBe(404);
        for (const asked of [bench, id]) {
          const { status, text } = await plain(`/tables/${asked}${path}`, reader);
          expect([status, text]).toEqual([missing.status, missing.text.replaceAll(nowhere, '#')]);
        }
      }
      expect(await keys(reader)).toEqual(['T-FAM']);
      expect(await tables.app.get(TableAccess).mayWatch(reader?.who ?? visitor, bench)).toBe(false);
      const bodies = [(await view('T-FAM', reader)).body, (await tables.get('/tables/T-FAM/log', reader)).body];
      expect(JSON.stringify(bodies)).not.toContain('bench-');
    }
    expect((await view('T-FAM', paola)).body.bench).toEqual({ sector: 'public', key: null });
    expect(await tables.app.get(TableAccess).mayWatch(teo.who, bench)).toBe(true);
    expect(await keys(maria)).toEqual(['T-FAM', bench].sort());
  });

  it('have logs of their own, whose keys are published to nobody', async () => {
    const { table } = await tables.policy.of(teo.who, bench);
    const published = (await fetch(new URL('/.well-known/tavolo-log.json', tables.address)).then((response) =>
      response.json(),
    )) as LogKeys;
    expect(published.logs.some(({ origin }) => origin.endsWith('/log/t-fam'))).toBe(true);
    expect(published.logs.filter(({ origin }) => origin === table.origin)).toEqual([]);
    expect((await view(bench, teo)).body.log.vkey).toContain(table.origin);
    expect((await tables.log(table, 'bench.opened')).map(({ data }) => data)).toMatchObject([{ sector: 'citizens' }]);
    const outside = (await tables.policy.of(paola.who, 'T-FAM')).table;
    expect((await tables.log(outside)).map(({ act }) => act)).not.toContain('bench.opened');
  });

  it('are not told of at the door, nor offered with an invitation', async () => {
    const places = await tables.app.get(PlacesOfPeople).of([teo.id]);
    expect(places.get(teo.id)?.tables.map(({ key }) => key)).toEqual(['T-FAM']);
    const offer = tables.app
      .get(SeatInvitation)
      .offer(tables.database.dataSource.manager, { table: bench, seat: '2', as: 'holder' });
    await expect(offer).rejects.toMatchObject({ content: { code: 'not_found' } });
  });

  it('are guided by their own people: nobody outside gives a place there, and the seats of a bench are those of its table', async () => {
    const role = { table: bench, role: 'secretary', person: maria.id };
    expect(await tables.refusal(GiveRole, role, administrator.who)).toBe('not_found');
    expect(await tables.refusal(GiveRole, role, maria.who)).toBe('not_allowed');
    const { member } = await tables.run(GiveRole, role, teo.who);
    expect(await tables.refusal(EndRole, { table: bench, role: 'secretary', member }, teo.who)).toBe('reason_required');
    const seat = { table: bench, seat: '2', as: 'holder', person: paola.id };
    expect(await tables.refusal(FillSeat, seat, teo.who)).toBe('not_allowed');
    expect(await tables.refusal(VacateSeat, { table: bench, seat: '1', as: 'holder' }, teo.who)).toBe('not_allowed');
  });

  it('are joined and left with the seat at the table, at once', async () => {
    const place = { table: 'T-FAM', seat: '3', as: 'holder' };
    const sara = await tables.person('Sara');
    await tables.run(FillSeat, { ...place, person: sara.id });
    expect((await view(bench, sara)).body.me.seat).not.toBeNull();
    expect((await view(bench, teo)).body.seatsView[1]?.holder?.name).toBe('Sara');
    await tables.run(VacateSeat, place);
    expect((await view(bench, sara)).status).toBe(404);
    const { table } = await tables.policy.of(teo.who, bench);
    expect((await tables.log(table, 'seat.vacated')).map(({ actor }) => actor)).toEqual([null]);
    // The only one who guides the bench leaves: whoever sits there may take it on.
    await tables.run(VacateSeat, { table: 'T-FAM', seat: '2', as: 'holder' });
    expect((await view(bench, teo)).status).toBe(404);
    await tables.run(GiveRole, { table: bench, role: 'facilitator', person: maria.id }, maria.who);
    expect((await view(bench, maria)).body.rolesView).toContainEqual(
      expect.objectContaining({ role: 'facilitator', holder: expect.objectContaining({ name: 'Maria' }) }),
    );
  });

  it('of a coalition are left with an erasure, and whoever erases is not told of them', async () => {
    const seats = [{ ...vote, sector: 'third_sector' }] as const;
    await tables.table('T-COA', { kind: 'coalition', seats: [...seats], rulebook: planning(1) });
    const rosa = await tables.person('Rosa');
    await tables.run(FillSeat, { table: 'T-COA', seat: '1', person: rosa.id, as: 'holder' });
    await tables.run(GiveRole, { table: 'T-COA', role: 'facilitator', person: rosa.id });
    expect((await view('T-COA', rosa)).body.room).toEqual({ kind: 'coalition' });
    expect((await view('T-COA', administrator)).status).toBe(404);
    const { table } = await tables.policy.of(rosa.who, 'T-COA');
    const asked = { basis: 'own_request', reason: 'She asked for it in writing.' };
    expect((await tables.post(`/people/${rosa.id}/acts/subject.erased`, asked, administrator)).status).toBe(200);
    const { seats: left, roles } = await tables.policy.composition(table.id);
    expect([left.map(({ holder }) => holder), roles]).toEqual([[null], []]);
  });
});
