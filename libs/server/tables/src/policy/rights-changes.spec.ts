import { jest } from '@jest/globals';
import { LiveGateway } from '@tavolo/server-platform';
import { FillSeat } from '../seats/fill-seat.act.js';
import { EndRole } from '../seats/end-role.act.js';
import { GiveRole } from '../seats/give-role.act.js';
import { VacateSeat } from '../seats/vacate-seat.act.js';
import { TablesApplication } from '../testing/tables-application.js';

jest.setTimeout(60_000);

describe('a right at a table', () => {
  let tables: TablesApplication;

  beforeAll(async () => {
    tables = await TablesApplication.start();
  });

  afterAll(() => tables.close());

  it('counts at once for who has the table open, when it is given and when it is taken', async () => {
    const table = await tables.table('T-RIGHTS');
    await tables.table('T-OTHER');
    const anna = await tables.person('Anna');
    const { seats } = await tables.policy.composition(table.id);
    const place = { table: 'T-RIGHTS', seat: seats[0]?.id, as: 'holder' };
    const role = { table: 'T-RIGHTS', role: 'secretary' };
    let member = '';
    const rechecked = jest.spyOn(tables.app.get(LiveGateway), 'recheck');
    const steps = [
      () => tables.run(FillSeat, { ...place, person: anna.id }),
      () => tables.run(VacateSeat, place),
      async () => ({ member } = await tables.run(GiveRole, { ...role, person: anna.id })),
      () => tables.run(EndRole, { ...role, member }),
    ];
    for (const [step, perform] of steps.entries()) {
      await perform();
      expect(rechecked.mock.calls.slice(step)).toEqual([['T-RIGHTS']]);
    }
  });
});
