import { createHash } from 'node:crypto';
import { AtTable, planningTable } from '../testing/planning-table.js';
import { TestApplication } from '../testing/test-application.js';

const wording = (words: string): string => createHash('sha256').update(words, 'utf8').digest('base64');

describe('stands of the parties on clauses', () => {
  let application: TestApplication;
  let at: AtTable;

  beforeAll(async () => {
    application = await TestApplication.start('2026-11-24T08:00:00.000Z');
    at = new AtTable(application, await application.table(planningTable('T-STANDS')));
  });

  afterAll(() => application.close());

  it('are taken on the words that were read, recorded without the words of their reasons, and verify', async () => {
    const key = await at.negotiating('We share the costs.', 'We meet monthly.');
    const on = { clause: 'c1', textHash: wording('We share the costs.') };
    const objection = { ...on, stand: 'objection', reason: 'Small ones cannot pay.' };
    const refused = await at.try('Carla', key, 'stand.stated', objection);
    expect(refused).toMatchObject({ status: 422, body: { code: 'change_required' } });
    const unknown = await at.try('Carla', key, 'stand.stated', { ...on, clause: 'c9', stand: 'consent' });
    expect(unknown).toMatchObject({ status: 422, body: { code: 'unknown_clause' } });
    const unread = await at.try('Paola', key, 'stand.stated', { ...on, textHash: wording('Old.'), stand: 'consent' });
    expect(unread).toMatchObject({ status: 409, body: { code: 'text_changed' } });

    await at.do('Carla', key, 'stand.stated', { ...objection, change: 'Pay by size.' });
    await at.do('Fabio', key, 'negotiation_round.opened');
    await at.write('Teresa', key, 'We share the costs by size.', 'We meet monthly.');
    const met = { clause: 'c1', textHash: wording('We share the costs by size.'), stand: 'consent' };
    const view = await at.do('Ciro', key, 'stand.stated', met);
    expect(view.procedure).toMatchObject({
      negotiationRounds: [{ n: 2, clauses: [on, { clause: 'c2' }].map(({ clause }) => ({ id: clause })) }],
      clauseStands: [
        { party: 'citizens', round: 1, stand: 'objection', change: 'Pay by size.', by: at.member('Carla') },
        { party: 'citizens', round: 2, stand: 'consent', by: at.member('Ciro') },
      ],
    });
    const entries = await application.log(at.table, { stream: `proposal:${key}` });
    const stands = entries.filter(({ act }) => act === 'stand.stated');
    expect(stands.map(({ data }) => data)).toMatchObject([
      { clause: 'c1', stand: 'objection', round: 1 },
      { clause: 'c1', stand: 'consent', round: 2 },
    ]);
    expect(JSON.stringify(entries.map(({ data }) => data))).not.toMatch(/cannot pay|by size/u);
    const report = await application.verify(at.table);
    expect([report.verdict, report.findings]).toEqual([0, []]);
  });

  it('are nothing that somebody without a vote, or who only guides, can take', async () => {
    const key = await at.negotiating('We share the costs.');
    const said = { clause: 'c1', textHash: wording('We share the costs.'), stand: 'consent' };
    expect(await at.try('Fabio', key, 'stand.stated', said)).toMatchObject({ body: { code: 'not_your_role' } });
    expect(await at.try('Teresa', key, 'negotiation_round.opened')).toMatchObject({ body: { code: 'not_your_role' } });
  });
});
