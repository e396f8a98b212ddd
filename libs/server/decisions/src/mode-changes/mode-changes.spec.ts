import { type ModeChangeView, type ModeChangeWaiting, type TableView } from '@tavolo/contracts';
import { presetOf, rulebookFrom, type ModeChangeActName, type Rulebook } from '@tavolo/governance';
import { consultationRulebook } from '../testing/consultation-table.js';
import { holders, mandateTable, UnderMandate } from '../testing/mandate-table.js';
import { planningRulebook } from '../testing/planning-table.js';
import { type SmallTable } from '../testing/small-table.act.js';
import { TestApplication, type Answer, type ProblemBody } from '../testing/test-application.js';

const planning: Rulebook = { ...planningRulebook, parties: ['third_sector', 'citizens'] };
const reason = 'We want to negotiate.';
const { adoptedOn, zone, holidays } = planningRulebook;
const name = { adoptedOn, zone, holidays };

describe('changing the mode of a table', () => {
  let application: TestApplication;
  let at: UnderMandate;
  let table: SmallTable;

  beforeAll(async () => {
    application = await TestApplication.start('2026-11-02T08:00:00.000Z');
    at = new UnderMandate(application, await application.table(mandateTable('T-OPEN', { visibility: 'members' })));
    table = at.table;
  });

  afterAll(() => application.close());

  const propose = <Body = ModeChangeView>(name: string, body: object, key = 'T-OPEN') =>
    application.request<Body>(at.person(name), 'POST', `/tables/${key}/mode-changes`, {
      reason,
      rulebook: planning,
      ...body,
    });
  const tryAct = <Body = ProblemBody>(
    name: string,
    key: string,
    act: string,
    body: unknown = {},
  ): Promise<Answer<Body>> =>
    application.request<Body>(at.person(name), 'POST', `/mode-changes/${key}/acts/${act}`, body);
  const act = async (
    name: string,
    key: string,
    what: ModeChangeActName,
    body: unknown = {},
  ): Promise<ModeChangeView> => {
    const answer = await tryAct<ModeChangeView>(name, key, what, body);
    expect([what, name, answer.status, answer.body]).toEqual([what, name, 200, answer.body]);
    return answer.body;
  };
  const view = async (key: string): Promise<ModeChangeView> =>
    (await application.request<ModeChangeView>(at.person('Vera'), 'GET', `/mode-changes/${key}`)).body;
  const tableNow = async (): Promise<TableView> =>
    (await application.request<TableView>(at.person('Vera'), 'GET', '/tables/T-OPEN')).body;
  const asked = async (name: string) =>
    (await application.request<ModeChangeWaiting[]>(at.person(name), 'GET', '/waiting/mode-changes')).body;

  /** Put to the vote, voted on, and closed. */
  async function votedOn(key: string, no: readonly string[]): Promise<ModeChangeView> {
    const open = await act('Sara', key, 'vote.opened', {});
    const ballot = open.change.ballots.at(-1)?.key;
    for (const name of holders) await act(name, key, 'vote.cast', { ballot, choice: no.includes(name) ? 'no' : 'yes' });
    expect(await asked('Sara')).toMatchObject([{ modeChange: key, ask: 'close_ballot' }]);
    return act('Sara', key, 'vote.closed', { ballot });
  }

  it('is proposed by more than half of a bench, and by nobody whom the rules do not name', async () => {
    expect(await propose('Vera', { as: 'market' })).toMatchObject({ status: 403, body: { code: 'no_vote' } });
    expect(await propose('Teresa', { as: 'citizens' })).toMatchObject({ status: 403, body: { code: 'not_your_role' } });
    expect(await propose('Teresa', { as: 'institution' })).toMatchObject({
      status: 403,
      body: { code: 'not_your_role' },
    });
    expect(await propose('Teresa', { as: 'third_sector', reason: ' ' })).toMatchObject({ status: 422 });
    const { body } = await propose('Teresa', { as: 'third_sector' });
    expect(body).toMatchObject({ key: 'MC-1', state: 'gathering', change: { rulebook: { key: 'RB-OPEN-2' } } });
    expect(await propose('Carla', { as: 'citizens' })).toMatchObject({
      status: 409,
      body: { code: 'change_under_way' },
    });
    expect(await asked('Tina')).toMatchObject([{ modeChange: 'MC-1', ask: 'support' }]);
    expect(await tryAct('Carla', 'MC-1', 'mode_change.supported')).toMatchObject({ status: 403 });
    await act('Tommaso', 'MC-1', 'mode_change.supported');
    expect(await act('Tina', 'MC-1', 'mode_change.supported')).toMatchObject({ state: 'notice' });
  });

  it('does not exist for whoever may not read the table', async () => {
    const elsewhere = new UnderMandate(
      application,
      await application.table(mandateTable('T-ELSE', { visibility: 'members' })),
    );
    for (const person of [null, elsewhere.person('Teresa')]) {
      for (const path of ['/mode-changes/MC-1', '/tables/T-OPEN/mode-changes']) {
        expect(await application.request(person, 'GET', path)).toMatchObject({ status: 404 });
      }
      const vote = await application.request(person, 'POST', '/mode-changes/MC-1/acts/mode_change.supported', {});
      expect(vote.status).toBe(person === null ? 401 : 404);
    }
  });

  it('fails by one sector', async () => {
    expect(await tryAct('Sara', 'MC-1', 'vote.opened')).toMatchObject({ status: 409, body: { code: 'too_early' } });
    await application.setClock('2026-11-13T09:00:00.000Z');
    const { change } = await votedOn('MC-1', ['Carla', 'Ciro']);
    expect(change).toMatchObject({
      state: 'rejected',
      ballots: [{ result: { majority: true, reason: 'sector_not_concurring:citizens' } }],
    });
    expect((await tableNow()).mode).toBe('auto_administration');
  });

  it('passes the second time, with the consent of the institution, seven days later', async () => {
    expect((await propose('Ilaria', { as: 'institution' })).body).toMatchObject({ key: 'MC-2', state: 'notice' });
    await application.setClock('2026-11-24T09:00:00.000Z');
    expect(await votedOn('MC-2', ['Ciro'])).toMatchObject({ state: 'awaiting_consent' });
    expect(await asked('Ilaria')).toMatchObject([{ modeChange: 'MC-2', ask: 'answer' }]);
    expect(await tryAct('Teresa', 'MC-2', 'mode_change.consented', { text: 'Yes.' })).toMatchObject({ status: 403 });
    await act('Ilaria', 'MC-2', 'mode_change.consented', { text: 'The area consents.' });
    await application.setClock('2026-11-30T22:59:00.000Z');
    expect((await view('MC-2')).state).toBe('standstill');
    await application.setClock('2026-12-02T09:00:00.000Z');
    expect((await view('MC-2')).change).toMatchObject({ state: 'in_force', effectiveAt: '2026-11-30T23:00:00.000Z' });
    expect(await tableNow()).toMatchObject({
      mode: 'planning',
      rulebook: { key: 'RB-OPEN-2', adoptedOn: '2026-12-01' },
    });
  });

  it('is put aside by an emergency act, which ends by itself', async () => {
    const declare = <Body = ModeChangeView>(name: string, body: object) =>
      application.request<Body>(at.person(name), 'POST', '/tables/T-OPEN/emergency-acts', {
        rulebook: consultationRulebook,
        reason: 'The river has flooded the centre.',
        days: 20,
        ...body,
      });
    expect(await declare('Teresa', {})).toMatchObject({ status: 403 });
    expect(await declare('Ilaria', { days: 61 })).toMatchObject({ status: 422, body: { code: 'days_out_of_range' } });
    expect(await declare('Ilaria', { rulebook: { ...planning, key: 'RB-X' } })).toMatchObject({
      status: 422,
      body: { code: 'cannot_be_imposed' },
    });
    expect((await declare('Ilaria', {})).body).toMatchObject({
      key: 'MC-3',
      state: 'in_force',
      table: { mode: 'consultation' },
    });
    await application.setClock('2026-12-23T09:00:00.000Z');
    expect((await view('MC-3')).change).toMatchObject({ state: 'ended', since: '2026-12-21T23:00:00.000Z' });
    expect(await tableNow()).toMatchObject({
      mode: 'planning',
      rulebook: { maxReferBack: planningRulebook.maxReferBack },
    });
    expect(await declare('Ilaria', {})).toMatchObject({ status: 409, body: { code: 'too_early' } });
  });

  it('leaves a log that anybody can verify and recount', async () => {
    const { verdict, findings } = await application.verify(table);
    expect([verdict, findings]).toEqual([0, []]);
  });

  it('may be back to a preset of the product', async () => {
    const preset = rulebookFrom(presetOf('it-zone-plan-table'), { ...name, key: 'RB-1', version: 1 });
    expect((await propose('Ilaria', { as: 'institution', rulebook: preset })).body).toMatchObject({
      state: 'notice',
      change: { rulebook: { mode: 'consultation', preset: 'it-zone-plan-table' } },
    });
  });
});
