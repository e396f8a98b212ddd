import { AtTable, planningRulebook, planningTable } from '../testing/planning-table.js';
import { TestApplication } from '../testing/test-application.js';
import { clauses, hashOf } from '../testing/writing.js';

describe('deciding by consent, with hold and mediation', () => {
  let application: TestApplication;
  let at: AtTable;
  const rulebook = {
    ...planningRulebook,
    decision: { ...planningRulebook.decision, first: 'consent' as const },
    ratifyingOrgan: { name: { en: 'Assembly of Mayors' }, days: 60 },
  };
  const seats = ['Paola', 'Piero', 'Teresa', 'Tommaso', 'Carla', 'Ciro'];

  beforeAll(async () => {
    application = await TestApplication.start('2026-11-24T08:00:00.000Z');
    at = new AtTable(application, await application.table(planningTable('T-CONSENT', { rulebook })));
  });

  afterAll(() => application.close());

  const settled = async (): Promise<string> => {
    const key = await at.negotiating('We share the costs.');
    await at.settle(key, hashOf(clauses('We share the costs.')));
    return key;
  };

  it('asks an objection for the change that would meet it, and adopts without a ballot when nobody objects any more', async () => {
    const key = await settled();
    await at.do('Fabio', key, 'consent_round.opened');
    const objection = { stand: 'objection', reason: 'Small ones cannot pay.' };
    const refused = await at.try('Carla', key, 'consent.given', objection);
    expect(refused).toMatchObject({ status: 422, body: { code: 'change_required' } });
    await at.do('Carla', key, 'consent.given', { ...objection, change: 'Pay by size.' });
    for (const name of seats.filter((one) => one !== 'Carla'))
      await at.do(name, key, 'consent.given', { stand: 'consent' });
    const first = await at.view('Fabio', key);
    expect(first.body.procedure).toMatchObject({ consentRounds: [{ outcome: { verdict: 'objections' } }] });
    await at.do('Fabio', key, 'consent_round.opened');
    await at.do('Carla', key, 'consent.given', { stand: 'stand_aside' });
    for (const name of seats.filter((one) => one !== 'Carla'))
      await at.do(name, key, 'consent.given', { stand: 'consent' });
    const { body } = await at.view(null, key);
    expect(body).toMatchObject({ stage: 'awaiting_organ', procedure: { adoption: { by: 'consent', ballot: null } } });
    const entries = await application.log(at.table, { stream: `proposal:${key}` });
    expect(entries.slice(-3).map(({ act, actor }) => [act, actor])).toEqual([
      ['consent_round.closed', null],
      ['proposal.adopted', null],
      ['organ.requested', null],
    ]);
    expect(JSON.stringify(entries.map(({ data }) => data))).not.toContain('cannot pay');
  });

  it('asks the organ for reasons when it refuses', async () => {
    const key = await settled();
    await at.do('Fabio', key, 'consent_round.opened');
    for (const name of seats) await at.do(name, key, 'consent.given', { stand: 'consent' });
    expect(await at.try('Sara', key, 'organ.refused', { reason: '' })).toMatchObject({
      body: { code: 'reason_required' },
    });
    expect(await at.do('Sara', key, 'organ.refused', { reason: 'Not funded.' })).toMatchObject({ stage: 'refused' });
    await at.do('Carla', key, 'dissent.attached', { text: 'The money was promised.' });
    expect((await at.view(null, key)).body.procedure).toMatchObject({
      dissents: [{ text: 'The money was promised.' }],
    });
  });

  it('stops for mediation when two thirds of a sector ask for it, and goes on by itself at the end of its days', async () => {
    const key = await settled();
    await at.do('Carla', key, 'hold.supported', { reason: 'We were not heard.' });
    const held = await at.do('Ciro', key, 'hold.supported', { reason: 'Nor were we.' });
    expect(held).toMatchObject({ stage: 'on_hold' });
    const until = held.deadline;
    await application.setClock('2026-12-10T08:00:00.000Z');
    expect((await at.view(null, key)).body.stage).toBe('settled');
    const entries = await application.log(at.table, { stream: `proposal:${key}` });
    expect(entries.at(-1)).toMatchObject({ act: 'mediation.closed', actor: null, at: until });
    expect(entries.map(({ act }) => act)).toContain('hold.declared');
  });

  it('leaves a log that verifies', async () => {
    const report = await application.verify(at.table);
    expect([report.verdict, report.findings]).toEqual([0, []]);
  });
});
