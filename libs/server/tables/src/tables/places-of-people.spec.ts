import { jest } from '@jest/globals';
import { PlacesOfPeople } from '@tavolo/server-identity';
import { CreateOrganisation } from '../areas/create-organisation.act.js';
import { FillSeat } from '../seats/fill-seat.act.js';
import { GiveRole } from '../seats/give-role.act.js';
import { TablesApplication } from '../testing/tables-application.js';

jest.setTimeout(60_000);

describe('where people sit', () => {
  let tables: TablesApplication;

  beforeAll(async () => {
    tables = await TablesApplication.start();
  });

  afterAll(() => tables.close());

  it('is told for each person with sector, organisation and tables; who sits nowhere is left out', async () => {
    const name = { en: 'Mani Vicine' };
    const office = { key: 'ORG', name, sector: 'third_sector', level: 'local' };
    const { id: organisation } = await tables.run(CreateOrganisation, office);
    const seats = [{ sector: 'third_sector', organisation, right: 'vote' } as const];
    await tables.table('T-A', { seats });
    await tables.table('T-B', { visibility: 'members' });
    const [nadia, fabio, nobody] = [
      await tables.person('Nadia'),
      await tables.person('Fabio'),
      await tables.person('Nobody'),
    ];
    await tables.run(GiveRole, { table: 'T-A', role: 'secretary', person: nadia.id });
    await tables.run(FillSeat, { table: 'T-A', seat: '1', person: nadia.id, as: 'deputy' });
    await tables.run(GiveRole, { table: 'T-A', role: 'facilitator', person: fabio.id });
    await tables.run(GiveRole, { table: 'T-B', role: 'guarantor', person: fabio.id });

    const places = await tables.app.get(PlacesOfPeople).of([nadia.id, fabio.id, nobody.id]);
    expect(places.get(nadia.id)).toMatchObject({
      sector: 'third_sector',
      organisation: name,
      tables: [{ key: 'T-A', as: 'deputy' }],
    });
    expect(places.get(fabio.id)).toMatchObject({
      sector: 'neutral',
      organisation: null,
      tables: [
        { key: 'T-A', as: 'facilitator' },
        { key: 'T-B', as: 'guarantor' },
      ],
    });
    expect(places.has(nobody.id)).toBe(false);
  });
});
