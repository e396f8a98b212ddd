import { AtTable, planningTable } from '../testing/planning-table.js';
import { TestApplication } from '../testing/test-application.js';

describe('a majority that is not a joint decision', () => {
  let application: TestApplication;
  let at: AtTable;

  beforeAll(async () => {
    application = await TestApplication.start('2026-11-24T08:00:00.000Z');
    at = new AtTable(application, await application.table(planningTable('T-ONE')));
  });

  afterAll(() => application.close());

  it('begins', async () => {
    const key = await at.draft('Teresa');
    expect(key).toBe('P-101');
    const view = await at.do('Teresa', key, 'proposal.submitted');
    expect(view.stage).toBe('submitted');
  });
});
