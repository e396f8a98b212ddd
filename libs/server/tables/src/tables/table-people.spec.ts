import { jest } from '@jest/globals';
import { type LogPage, type SeatView, type TableView } from '@tavolo/contracts';
import { CreateOrganisation } from '../areas/create-organisation.act.js';
import { FillSeat } from '../seats/fill-seat.act.js';
import { TablesApplication, type Someone } from '../testing/tables-application.js';

jest.setTimeout(60_000);

describe('two people of the same name at one table', () => {
  let tables: TablesApplication;
  let reader: Someone;

  beforeAll(async () => {
    tables = await TablesApplication.start();
    const organisations = await Promise.all(
      ['O-1', 'O-2'].map(async (key) => {
        const names = { name: { en: `Association ${key}`, it: `Associazione ${key}` } };
        return (await tables.run(CreateOrganisation, { key, sector: 'third_sector', level: 'local', ...names })).id;
      }),
    );
    const seat = { sector: 'third_sector', right: 'vote' } as const;
    const seats = organisations.map((organisation) => ({ ...seat, organisation }));
    const table = await tables.table('T-SAME', { seats });
    const composition = await tables.policy.composition(table.id);
    for (const place of composition.seats) {
      reader = await tables.person('Maria');
      await tables.run(FillSeat, { table: 'T-SAME', seat: place.id, person: reader.id, as: 'holder' });
    }
  });

  afterAll(() => tables.close());

  it('are told apart by seat, organisation and pseudonym', async () => {
    const { body } = await tables.get<TableView>('/tables/T-SAME', reader);
    const shown = body.seatsView.map(({ number, organisation, holder }: SeatView) => [
      number,
      organisation?.name.en,
      holder?.name,
    ]);
    expect(shown).toEqual([
      [1, 'Association O-1', 'Maria'],
      [2, 'Association O-2', 'Maria'],
    ]);
    expect(new Set(body.seatsView.map(({ holder }) => holder?.member)).size).toBe(2);
  });

  it('are each herself: what one may do, and what is hers, is not the other’s', async () => {
    const { body } = await tables.get<TableView>('/tables/T-SAME', reader);
    const [first, second] = body.seatsView;
    expect(body.me).toMatchObject({ seat: second?.id, member: second?.holder?.member });
    expect(first?.holder?.member).not.toBe(body.me.member);
  });

  it('stand in the log with the labels of their seats beside the name', async () => {
    await tables.fetch('/tables/T-SAME/log/bundle', reader);
    const { body } = await tables.get<LogPage>('/tables/T-SAME/log?act=export.made', reader);
    expect(body.entries[0]?.actor).toMatchObject({ name: 'Maria', label: { en: 'Seat 2, third sector' } });
  });
});
