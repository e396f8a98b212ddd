import { jest } from '@jest/globals';
import { type RulebookChangeView, type RulesWaiting, type TableView } from '@tavolo/contracts';
import { replayLog, type PlanningRulebook } from '@tavolo/governance';
import { Act, ActRunner, AuditSpaces, PersonalData, system, type ActContext } from '@tavolo/server-platform';
import { z } from 'zod';
import { FillSeat } from '../seats/fill-seat.act.js';
import { GiveRole } from '../seats/give-role.act.js';
import { VacateSeat } from '../seats/vacate-seat.act.js';
import { planning } from '../testing/rulebooks.js';
import { TablesApplication, type Someone } from '../testing/tables-application.js';

jest.setTimeout(120_000);

const reason = 'Two weeks of mediation were too short for the families.';
const longer: PlanningRulebook = { ...planning(1), mediationDays: 21, market: 'vote' };

/** Stands for the act of identity. */
class ErasePerson extends Act<{ person: string }, object> {
  readonly name = 'subject.erased';
  readonly command = z.object({ person: z.uuid() });

  constructor(
    private readonly personalData: PersonalData,
    private readonly spaces: AuditSpaces,
  ) {
    super();
  }

  async execute({ person }: { person: string }, context: ActContext): Promise<object> {
    await this.personalData.erase({ person, addresses: [], basis: 'own_request' }, context);
    const { id: space } = await this.spaces.system(context.manager);
    context.record({ space, act: this.name, stream: 'person:erased', actor: null, data: { basis: 'own_request' } });
    return {};
  }
}

describe('a table that changes its own rules', () => {
  let tables: TablesApplication;
  const people: Partial<Record<'Paola' | 'Carla' | 'Teo' | 'Mara' | 'Fausta' | 'Ada', Someone>> = {};
  const who = (name: keyof typeof people): Someone => people[name]!;

  const at = (table: string) => {
    const path = `/tables/${table}/rulebook-changes`;
    return {
      draft: (name: keyof typeof people, rulebook: object) =>
        tables.post<RulebookChangeView>(path, { rulebook }, who(name)),
      act: (name: keyof typeof people, act: string, body: object = {}, change = 'RC-1') =>
        tables.post<RulebookChangeView & { code?: string }>(`${path}/${change}/acts/${act}`, body, who(name)),
      read: (name: keyof typeof people | null, change = 'RC-1') =>
        tables.get<RulebookChangeView>(`${path}/${change}`, name === null ? null : who(name)),
    };
  };
  const waiting = async (name: keyof typeof people) =>
    (await tables.get<RulesWaiting[]>('/waiting/rules', who(name))).body.map(({ change, ask }) => `${change} ${ask}`);

  beforeAll(async () => {
    tables = await TablesApplication.start('2026-11-24T09:00:00.000Z');
    for (const name of ['Paola', 'Carla', 'Teo', 'Mara', 'Fausta'] as const) people[name] = await tables.person(name);
    people.Ada = await tables.person('Ada', true);
    await tables.table('T-RULES');
    for (const [index, name] of (['Paola', 'Carla', 'Teo', 'Mara'] as const).entries()) {
      await tables.run(FillSeat, { table: 'T-RULES', seat: String(index + 1), person: who(name).id, as: 'holder' });
    }
    await tables.run(GiveRole, { table: 'T-RULES', role: 'facilitator', person: who('Fausta').id });
  });

  afterAll(() => tables.close());

  it('keeps a draft of one of its seats, also of one with a voice only, for everybody to read', async () => {
    const { draft, act, read } = at('T-RULES');
    const drafted = await draft('Mara', { ...longer, mediationDays: 20 });
    expect(drafted.body.change).toMatchObject({ key: 'RC-1', stage: 'draft', base: { key: 'RB-PLAN-1', version: 1 } });
    expect((await act('Mara', 'rulebook.redrafted', { rulebook: longer })).body.revision).toBe(2);
    expect((await read(null)).body.change.rulebook).toMatchObject({ mediationDays: 21, key: 'RB-PLAN-1' });
    expect((await act('Fausta', 'rulebook.redrafted', { rulebook: longer })).status).toBe(403);
  });

  it('takes no draft from a stranger or an administrator, and none of another mode', async () => {
    expect((await at('T-RULES').draft('Ada', longer)).status).toBe(403);
    const { key, adoptedOn, zone, holidays } = longer;
    const charter = {
      ...{ key, version: 1, adoptedOn, zone, holidays },
      ...{ mode: 'auto_regulation', signingDays: 30, signingExtensions: 1, reservations: true, atRiskDays: 30 },
      ...{ entry: { minSignatories: 2, minSectors: 2 }, withdrawalNoticeDays: 60, reviewEveryMonths: null },
    };
    expect(await at('T-RULES').draft('Paola', charter)).toMatchObject({ status: 409, body: { code: 'other_mode' } });
  });

  it('asks the seats to vote once it is handed in, and nobody else', async () => {
    const { act } = at('T-RULES');
    const { body } = await act('Mara', 'rulebook.proposed', { reason });
    expect(body.change.proposal).toMatchObject({ closesAt: '2026-12-04T22:59:59.999Z', parties: expect.any(Array) });
    expect(await waiting('Paola')).toEqual(['RC-1 vote']);
    expect([await waiting('Mara'), await waiting('Fausta')]).toEqual([[], []]);
    for (const name of ['Paola', 'Carla', 'Teo'] as const) {
      expect((await act(name, 'rulebook.vote_cast', { choice: 'yes' })).status).toBe(200);
    }
    expect((await act('Mara', 'rulebook.vote_cast', { choice: 'yes' })).body.code).toBe('no_vote');
    expect((await act('Fausta', 'rulebook.confirmed')).body.code).toBe('too_early');
    expect((await tables.get<TableView>('/tables/T-RULES')).body.rulebook.key).toBe('RB-PLAN-1');
  });

  it('is confirmed by a second person when the notice is over, and the market then has its vote', async () => {
    await tables.setClock('2026-12-05T09:00:00.000Z');
    const { act } = at('T-RULES');
    expect((await act('Mara', 'rulebook.confirmed')).status).toBe(403);
    expect(await waiting('Fausta')).toEqual(['RC-1 confirm']);
    const both = await Promise.all([act('Fausta', 'rulebook.confirmed'), act('Paola', 'rulebook.confirmed')]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    const { body } = await tables.get<TableView>('/tables/T-RULES');
    expect(body.rulebook).toMatchObject({ key: 'RB-PLAN-2', version: 2, mediationDays: 21, adoptedOn: '2026-12-05' });
    expect(body.seatsView.map(({ sector, right }) => `${sector} ${right}`)).toContain('market vote');
    expect([await waiting('Fausta'), await waiting('Paola')]).toEqual([[], []]);
  });

  it('writes every step into its log, citing the version in force, and the log carries out again', async () => {
    const { table } = await tables.policy.of(who('Ada').who, 'T-RULES');
    const entries = [...(await tables.log(table))].reverse();
    const ofRules = entries.filter(({ act }) => act.startsWith('rulebook.')).map(({ act }) => act);
    expect(ofRules).toEqual([
      ...['rulebook.adopted', 'rulebook.drafted', 'rulebook.redrafted', 'rulebook.proposed'],
      ...['rulebook.vote_cast', 'rulebook.vote_cast', 'rulebook.vote_cast', 'rulebook.confirmed', 'rulebook.adopted'],
    ]);
    const confirmed = entries.find(({ act }) => act === 'rulebook.confirmed');
    expect(confirmed?.data).toMatchObject({ rulebook: { key: 'RB-PLAN-1', version: 1 }, verdict: 'adopted' });
    expect(JSON.stringify(entries.map(({ data }) => data))).not.toContain('families');
    const { differences, unreplayable } = replayLog(entries);
    expect([differences, unreplayable]).toEqual([[], []]);
  });

  it('keeps a change that was withdrawn with its reason, and takes no vote on it any more', async () => {
    const { draft, act } = at('T-RULES');
    await draft('Paola', { ...longer, mediationDays: 5 });
    await tables.setClock('2026-12-05T10:00:00.000Z');
    expect((await act('Paola', 'rulebook.proposed', { reason }, 'RC-2')).status).toBe(200);
    const withdrawn = await act('Paola', 'rulebook.withdrawn', {}, 'RC-2');
    expect(withdrawn.body.change).toMatchObject({ stage: 'withdrawn', proposal: { reason } });
    expect((await act('Carla', 'rulebook.vote_cast', { choice: 'no' }, 'RC-2')).body.code).toBe('wrong_stage');
  });

  it('forgets the reasons of somebody who was erased, and keeps what was decided', async () => {
    await tables.run(VacateSeat, { table: 'T-RULES', seat: '1', as: 'holder', reason: 'She moved.' });
    const erase = new ErasePerson(tables.app.get(PersonalData), tables.app.get(AuditSpaces));
    await tables.app.get(ActRunner).run(erase, { person: who('Paola').id }, system);
    const { change } = (await at('T-RULES').read('Carla', 'RC-2')).body;
    expect(change).toMatchObject({ stage: 'withdrawn', proposal: { reason: '–' } });
    expect((await at('T-RULES').read('Carla')).body.change.proposal?.reason).toBe(reason);
  });
});

describe('a private room', () => {
  let tables: TablesApplication;

  beforeAll(async () => {
    tables = await TablesApplication.start('2026-11-24T09:00:00.000Z');
  });

  afterAll(() => tables.close());

  it('changes its own rules, of which nobody outside reads anything', async () => {
    const [teo, mira, paola] = [await tables.person('Teo'), await tables.person('Mira'), await tables.person('Paola')];
    const ada = await tables.person('Ada', true);
    const seat = { organisation: null, right: 'vote' } as const;
    await tables.table('T-FAM', {
      seats: [
        { ...seat, sector: 'citizens' },
        { ...seat, sector: 'citizens' },
        { ...seat, sector: 'public' },
      ],
    });
    for (const [number, person] of [
      ['1', teo],
      ['2', mira],
      ['3', paola],
    ] as const) {
      await tables.run(FillSeat, { table: 'T-FAM', seat: number, person: person.id, as: 'holder' });
    }
    const { body: room } = await tables.post<TableView>('/tables/T-FAM/bench', {}, teo);
    const path = `/tables/${room.key}/rulebook-changes`;
    const rulebook = { ...room.rulebook, mediationDays: 7 };
    expect((await tables.post(path, { rulebook }, teo)).status).toBe(200);
    expect((await tables.post(`${path}/RC-1/acts/rulebook.proposed`, { reason }, teo)).status).toBe(200);
    for (const outsider of [paola, ada, null]) {
      expect((await tables.get(path, outsider)).status).toBe(404);
      expect((await tables.get(`${path}/RC-1`, outsider)).status).toBe(404);
    }
    expect((await tables.post(path, { rulebook }, paola)).status).toBe(404);
    expect((await tables.get<RulesWaiting[]>('/waiting/rules', paola)).body).toEqual([]);
    expect((await tables.get<RulesWaiting[]>('/waiting/rules', mira)).body).toMatchObject([{ ask: 'vote' }]);
    for (const one of [teo, mira]) await tables.post(`${path}/RC-1/acts/rulebook.vote_cast`, { choice: 'yes' }, one);
    await tables.setClock('2026-12-05T09:00:00.000Z');
    expect((await tables.post(`${path}/RC-1/acts/rulebook.confirmed`, {}, teo)).status).toBe(403);
    expect((await tables.post(`${path}/RC-1/acts/rulebook.confirmed`, {}, mira)).status).toBe(200);
    const after = (await tables.get<TableView>(`/tables/${room.key}`, mira)).body;
    expect(after.rulebook).toMatchObject({ key: 'RB-2', version: 2, mediationDays: 7, negotiatingMandate: true });
    const { table } = await tables.policy.of(mira.who, room.key);
    const entries = [...(await tables.log(table))].reverse();
    expect(replayLog(entries).differences).toEqual([]);
  });
});
