import { jest } from '@jest/globals';
import { type RulebookVersion } from '@tavolo/contracts';
import { system } from '@tavolo/server-platform';
import { CreateArea } from './areas/create-area.act.js';
import { CreateOrganisation } from './areas/create-organisation.act.js';
import { AdoptRulebook } from './rulebooks/adopt-rulebook.act.js';
import { ChangeMode } from './rulebooks/change-mode.act.js';
import { EndRole } from './seats/end-role.act.js';
import { FillSeat } from './seats/fill-seat.act.js';
import { GiveRole } from './seats/give-role.act.js';
import { JoinMember } from './seats/join-member.act.js';
import { VacateSeat } from './seats/vacate-seat.act.js';
import { CreateTable } from './tables/create-table.act.js';
import { consultation, planning } from './testing/rulebooks.js';
import { TablesApplication, type Someone } from './testing/tables-application.js';

jest.setTimeout(60_000);

describe('tables and their people', () => {
  let tables: TablesApplication;
  let marta: Someone;
  let bruno: Someone;
  let count = 0;
  const key = () => `T-${(count += 1)}`;

  beforeAll(async () => {
    tables = await TablesApplication.start();
    [marta, bruno] = [await tables.person('Marta'), await tables.person('Bruno')];
  });

  afterAll(() => tables.close());

  it('opens a table with its own log, which begins with the table and its rules', async () => {
    const { id: area } = await tables.run(CreateArea, { key: 'AREA', name: { en: 'Area', it: 'Ambito' } });
    const table = await tables.table('T-OPEN', { area });
    expect(table).toMatchObject({ area: { name: { en: 'Area', it: 'Ambito' } }, seats: 4, rulebook: planning(1) });
    const entries = await tables.log(table);
    expect(entries.map(({ act }) => act).sort()).toEqual(['rulebook.adopted', 'space.created', 'table.created']);
    expect(entries.find(({ act }) => act === 'table.created')?.data).toMatchObject({
      table: 'T-OPEN',
      seats: [{ number: 1, sector: 'public', decidingAuthority: true }, {}, {}, { right: 'voice' }],
    });
    expect(table.origin).toBe('localhost/log/t-open');
  });

  it('does not tell by the name of its log that a table of members exists', async () => {
    const table = await tables.table('T-HIDDEN', { visibility: 'members' });
    expect(table.origin).toBe(`localhost/log/${table.space}`);
  });

  it('refuses a key that is taken, in any case, or that looks like an id', async () => {
    const table = await tables.table('T-KEY');
    const again = (taken: string) => ({
      key: taken,
      area: null,
      name: { en: 'Again' },
      visibility: 'members',
      seats: [{ sector: 'citizens', organisation: null, right: 'vote' }],
      rulebook: planning(1),
    });
    expect(await tables.refusal(CreateTable, again('T-KEY'))).toBe('table.key_taken');
    expect(await tables.refusal(CreateTable, again('t-key'))).toBe('table.key_taken');
    expect(await tables.refusal(CreateTable, again(table.id))).toBe('invalid_input');
    const organisation = { key: 'ORG', name: { en: 'Office' }, sector: 'public', level: 'local' };
    await tables.run(CreateOrganisation, organisation);
    expect(await tables.refusal(CreateOrganisation, organisation)).toBe('organisation.key_taken');
  });

  it('lets a person join once, under a pseudonym; who she is can be erased', async () => {
    const table = await tables.table(key());
    const joining = { table: table.key, person: marta.id, sector: 'citizens', organisation: null };
    const { member } = await tables.run(JoinMember, joining);
    expect(await tables.refusal(JoinMember, { ...joining, person: '00000000-0000-4000-8000-000000000000' })).toBe(
      'not_found',
    );
    const [entry] = await tables.log(table, 'member.joined');
    expect(entry?.data).toEqual({ member, sector: 'citizens', organisation: null });
    expect(JSON.stringify(await tables.log(table))).not.toMatch(/Marta|example\.org/);
    expect(JSON.stringify(await tables.log(table))).not.toContain(marta.id);
  });

  it('lets a person join once when it is said twice at the same moment', async () => {
    const table = await tables.table(key());
    const joining = { table: table.key, person: marta.id, sector: null, organisation: null };
    const roles = ['secretary', 'facilitator'].map((role) => ({ table: table.key, role, person: marta.id }));
    const members = await Promise.all([
      tables.run(FillSeat, { table: table.key, seat: '1', person: marta.id, as: 'holder' }),
      ...roles.map((role) => tables.run(GiveRole, role)),
    ]);
    expect(new Set(members.map(({ member }) => member)).size).toBe(1);
    expect(await tables.log(table, 'member.joined')).toHaveLength(1);
    expect(await tables.refusal(JoinMember, joining)).toBe('member.already_joined');
    expect(await tables.log(table, 'member.joined')).toHaveLength(1);
  });

  it('has another pseudonym for her at every table', async () => {
    const members = await Promise.all(
      [await tables.table(key()), await tables.table(key())].map(({ key: table }) =>
        tables.run(JoinMember, { table, person: marta.id, sector: null, organisation: null }),
      ),
    );
    expect(members[0]?.member).not.toBe(members[1]?.member);
  });

  it('seats a holder and a deputy, and one person on one seat only', async () => {
    const table = await tables.table(key());
    const seat = { table: table.key, seat: '3', person: marta.id, as: 'holder' };
    const { member } = await tables.run(FillSeat, seat);
    expect(await tables.refusal(FillSeat, { ...seat, person: bruno.id })).toBe('seat.taken');
    expect(await tables.refusal(FillSeat, { ...seat, seat: '2' })).toBe('seat.member_has_seat');
    expect(await tables.refusal(FillSeat, { ...seat, seat: '9', person: bruno.id })).toBe('not_found');
    const { member: deputy } = await tables.run(FillSeat, { ...seat, person: bruno.id, as: 'deputy' });

    const { seats } = await tables.policy.composition(table.id);
    expect(seats[2]).toMatchObject({ sector: 'citizens', right: 'vote', holder: member, deputy });
    expect((await tables.policy.of(bruno.who, table.key)).me).toMatchObject({ seat: seats[2]?.id, asDeputy: true });
    expect((await tables.log(table, 'seat.filled')).map(({ data }) => data.as)).toEqual(['deputy', 'holder']);
  });

  it('seats one of two who are seated at the same moment', async () => {
    const { key: table } = await tables.table(key());
    const outcomes = await Promise.all(
      [marta, bruno].map(({ id }) => tables.refusal(FillSeat, { table, seat: '1', person: id, as: 'holder' })),
    );
    expect(outcomes.sort()).toEqual(['done', 'seat.taken']);
  });

  it('frees a seat, and the member stays a member', async () => {
    const table = await tables.table(key());
    const { member } = await tables.run(FillSeat, { table: table.key, seat: '1', person: marta.id, as: 'holder' });
    const place = { table: table.key, seat: '1', as: 'holder' };
    expect(await tables.run(VacateSeat, place)).toEqual({ member });
    expect(await tables.refusal(VacateSeat, place)).toBe('not_found');
    expect((await tables.policy.of(marta.who, table.key)).actor).toEqual({ member, seat: null, roles: [] });
    expect((await tables.log(table, 'seat.vacated'))[0]?.data).toMatchObject({ number: 1, member, as: 'holder' });
  });

  it('gives roles that add no vote, and ends them', async () => {
    const table = await tables.table(key());
    const { member } = await tables.run(GiveRole, { table: table.key, role: 'secretary', person: marta.id });
    expect(await tables.refusal(GiveRole, { table: table.key, role: 'secretary', person: marta.id })).toBe(
      'role.already_held',
    );
    const composition = await tables.policy.composition(table.id);
    expect(composition.roles).toEqual([{ role: 'secretary', member }]);
    expect(composition.seats.every(({ holder }) => holder === null)).toBe(true);
    await tables.run(EndRole, { table: table.key, role: 'secretary', member });
    expect((await tables.policy.composition(table.id)).roles).toEqual([]);
    expect(await tables.refusal(EndRole, { table: table.key, role: 'secretary', member })).toBe('not_found');
    expect((await tables.log(table, 'role.ended'))[0]?.data).toEqual({ member, role: 'secretary' });
  });

  it('adopts new versions of its rules under the same mode, and keeps the old ones', async () => {
    const table = await tables.table(key());
    await tables.run(AdoptRulebook, { table: table.key, rulebook: planning(2) });
    expect(await tables.refusal(AdoptRulebook, { table: table.key, rulebook: planning(1) })).toBe(
      'rulebook.version_taken',
    );
    expect(await tables.refusal(AdoptRulebook, { table: table.key, rulebook: consultation(3) })).toBe(
      'rulebook.other_mode',
    );
    expect((await tables.policy.of(system, table.key)).table.rulebook.key).toBe('RB-PLAN-2');
    const { body } = await tables.get<RulebookVersion[]>(`/tables/${table.key}/rulebooks`);
    expect(body.map(({ rulebook, to }) => [rulebook.version, to === null])).toEqual([
      [2, true],
      [1, false],
    ]);
    expect(body[1]?.rulebook).toEqual(planning(1));
  });

  it('passes to another mode with a rulebook of that mode, and shows the earlier one', async () => {
    const table = await tables.table(key());
    await tables.setClock('2026-12-01T10:00:00.000Z');
    expect(await tables.refusal(ChangeMode, { table: table.key, rulebook: planning(2) })).toBe('rulebook.same_mode');
    await tables.run(ChangeMode, { table: table.key, rulebook: consultation(2) });
    const { body } = await tables.get<{ mode: string; modeHistory: { mode: string; to: string | null }[] }>(
      `/tables/${table.key}`,
    );
    expect(body.mode).toBe('consultation');
    expect(body.modeHistory.map(({ mode, to }) => ({ mode, ended: to !== null }))).toEqual([
      { mode: 'planning', ended: true },
      { mode: 'consultation', ended: false },
    ]);
    expect((await tables.log(table, 'mode.changed'))[0]?.data).toEqual({
      table: table.key,
      from: 'planning',
      to: 'consultation',
      rulebook: 'RB-ASK-2',
      replaces: 'RB-PLAN-1',
    });
  });
});
