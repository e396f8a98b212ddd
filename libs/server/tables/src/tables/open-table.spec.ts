import { jest } from '@jest/globals';
import { type OpenTableBody, type Problem, type TableView } from '@tavolo/contracts';
import { presetOf, presets, rulebookFrom, withValueAt } from '@tavolo/governance';
import { planning } from '../testing/rulebooks.js';
import { TablesApplication, type Someone } from '../testing/tables-application.js';

jest.setTimeout(60_000);

describe('opening a table from a preset', () => {
  let tables: TablesApplication;
  let ada: Someone;
  let bruno: Someone;

  beforeAll(async () => {
    tables = await TablesApplication.start();
    [ada, bruno] = [await tables.person('Ada', true), await tables.person('Bruno')];
  });

  afterAll(() => tables.close());

  const six = (more: Partial<OpenTableBody> = {}): OpenTableBody => ({
    name: { en: 'Table of the elderly', it: 'Tavolo degli anziani' },
    area: null,
    preset: 'it-art55-co-design',
    convener: bruno.id,
    seats: { public: 2, third_sector: 3, market: 1 },
    visibility: 'public',
    ...more,
  });
  const open = <Body = { key: string }>(body: object, who: Someone | null = ada) =>
    tables.post<Body>('/tables', body, who);
  const view = async (key: string) => (await tables.get<TableView>(`/tables/${key}`, ada)).body;

  it('makes seats and rules of six settings, and whoever convenes coordinates without a vote', async () => {
    const { status, body } = await open(six());
    expect([status, body.key]).toEqual([200, 'T-ANZIANI-1']);
    const { rulebook, seatsView, rolesView, mode } = await view(body.key);
    expect(mode).toBe('planning');
    expect(rulebook).toMatchObject({
      key: 'RB-ANZIANI-1',
      version: 1,
      adoptedOn: '2026-11-24',
      preset: 'it-art55-co-design',
      parties: ['public', 'third_sector'],
      decision: { concurrence: ['public', 'third_sector'] },
    });
    expect(seatsView.map(({ sector, right }) => `${sector} ${right}`)).toEqual([
      ...['public vote', 'public vote'],
      ...['third_sector vote', 'third_sector vote', 'third_sector vote'],
      'market voice',
    ]);
    expect(rolesView).toMatchObject([{ role: 'coordinator', holder: { name: 'Bruno' } }]);
    const table = (await tables.policy.of(ada.who, body.key)).table;
    expect((await tables.log(table)).map(({ act }) => act).sort()).toEqual([
      ...['member.joined', 'role.given', 'rulebook.adopted', 'space.created', 'table.created'],
    ]);
  });

  it('gets the key that it would get if there were no private room of that name', async () => {
    const room = { kind: 'coalition', visibility: 'members', rulebook: planning(1) } as const;
    await tables.table('T-COALIZIONE', { ...room });
    expect((await open(six({ name: { it: 'Coalizione' } }))).body.key).toBe('T-COALIZIONE-1');
    await expect(tables.table('T-ALLEANZA-1', { ...room })).rejects.toThrow();
    expect((await open(six({ name: { it: 'Alleanza' } }))).body.key).toBe('T-ALLEANZA-1');
  });

  it('finds another key for another table of the same name', async () => {
    const name = { it: 'Tavolo per la famiglia' };
    const keys = [(await open(six({ name }))).body.key, (await open(six({ name }))).body.key];
    expect(keys).toEqual(['T-FAMIGLIA-1', 'T-FAMIGLIA-2']);
    expect((await open(six({ name: { en: '桌子桌子' } }))).body.key).toBe('T-1');
  });

  it('opens one from every preset of a table, under the rules that it shows', async () => {
    for (const { key: preset, rules, kind } of presets) {
      const { status, body } = await open<{ key: string } & Problem>(six({ preset, name: { en: `Of ${preset}` } }));
      if (rules === null) expect([preset, status, body.code]).toEqual([preset, 422, 'preset.opens_no_table']);
      else expect([preset, status, (await view(body.key)).mode]).toEqual([preset, 200, kind]);
    }
  });

  it('takes rules that were changed before, under its own name and in the mode of the preset', async () => {
    const head = {
      key: 'RB-X',
      version: 9,
      adoptedOn: '2020-01-01',
      zone: 'Europe/Rome',
      holidays: { country: 'IT' as const, local: ['06-24'] },
    };
    const made = rulebookFrom(presetOf('it-art55-co-design'), head, ['public', 'third_sector']);
    if (!made) throw new Error('no rulebook');
    const { body } = await open(six({ rulebook: withValueAt(made, 'mediationDays', 21) }));
    expect((await view(body.key)).rulebook).toMatchObject({
      version: 1,
      adoptedOn: '2026-11-24',
      mediationDays: 21,
      holidays: { local: ['06-24'] },
    });
    const other = await open<Problem>(six({ preset: 'nl-reasoned-advice', rulebook: made }));
    expect([other.status, other.body.code]).toEqual([409, 'rulebook.other_mode']);
    const wrong = await open<Problem>(six({ rulebook: withValueAt(made, 'mediationDays', 'soon') }));
    expect([wrong.status, wrong.body.code]).toEqual([400, 'invalid_input']);
  });

  it('lets the first public seat decide where the institution decides', async () => {
    const { body } = await open(six({ preset: 'nl-reasoned-advice' }));
    const { seatsView } = await view(body.key);
    expect(seatsView.filter(({ decidingAuthority }) => decidingAuthority).map(({ number }) => number)).toEqual([1]);
    expect(seatsView.every(({ assesses }) => assesses)).toBe(true);
  });

  it('enters a new area with the table, and offers it for the next', async () => {
    const { body } = await open(six({ area: { name: { it: 'Ambito di Porto Sereno' } } }));
    const { area } = await view(body.key);
    expect(area?.name).toEqual({ it: 'Ambito di Porto Sereno' });
    const { body: areas } = await tables.get<{ id: string; name: object }[]>('/areas', ada);
    expect(areas).toMatchObject([{ name: { it: 'Ambito di Porto Sereno' } }]);
    const next = await open(six({ area: areas[0]?.id ?? null, name: { it: 'Un altro tavolo' } }));
    expect((await view(next.body.key)).area?.name).toEqual(area?.name);
  });

  it('is for administrators, and nothing is left of a table that nobody convenes', async () => {
    expect([(await open(six(), bruno)).status, (await open(six(), null)).status]).toEqual([403, 401]);
    expect([(await tables.get('/areas', bruno)).status, (await tables.get('/areas')).status]).toEqual([403, 401]);
    const nobody = six({ convener: '00000000-0000-4000-8000-000000000000', name: { en: 'Nobody convenes it' } });
    expect((await open(nobody)).status).toBe(404);
    expect((await tables.get('/tables/T-NOBODY', ada)).status).toBe(404);
    expect((await open(six({ seats: {} }))).status).toBe(400);
    expect((await open(six({ name: { en: ' ' } }))).status).toBe(400);
  });
});
