import { type ProposalView } from '@tavolo/contracts';
import { type AutoRegulationProcedure, type Sector } from '@tavolo/governance';
import { charterTable } from '../testing/charter-table.js';
import { AtTable } from '../testing/planning-table.js';
import { TestApplication } from '../testing/test-application.js';
import { clauses, hashOf } from '../testing/writing.js';

describe('a charter that each signs for itself (scenario O7)', () => {
  let application: TestApplication;
  let at: AtTable;
  let key: string;
  const words = ['Every notice is also published in plain words.', 'Each signatory names a contact person.'];
  const subject = (sector: Sector): string => at.table.organisations[sector] ?? '';
  const sign = (name: string, sector: Sector) =>
    at.try<ProposalView>(name, key, 'charter.signed', { subject: subject(sector) });

  beforeAll(async () => {
    application = await TestApplication.start('2026-09-25T08:00:00.000Z');
    at = new AtTable(application, await application.table(charterTable('T-CHA')));
  });

  afterAll(() => application.close());

  it('is begun by any seat, and every subject of the table is invited once', async () => {
    key = await at.draft('Teresa', 'Step-free access');
    expect(key).toBe('R-301');
    const view = await at.do('Teresa', key, 'charter.invited');
    expect(view).toMatchObject({ mode: 'auto_regulation', stage: 'invited' });
    expect(
      charterOf(view)
        .invited.map(({ id }) => id)
        .toSorted(),
    ).toEqual(Object.values(at.table.organisations).toSorted());
  });

  it('is frozen only when the whole drafting group has agreed to the text as it reads', async () => {
    for (const name of ['Teresa', 'Paola']) await at.do(name, key, 'drafting.joined');
    await at.write('Teresa', key, ...words);
    const early = { textHash: hashOf(clauses('Something else.')) };
    expect(await at.try('Paola', key, 'drafting.consented', early)).toMatchObject({
      status: 409,
      body: { code: 'text_changed' },
    });
    const read = { textHash: hashOf(clauses(...words)) };
    await at.do('Teresa', key, 'drafting.consented', read);
    expect(await at.try('Fabio', key, 'proposal.frozen')).toMatchObject({
      status: 422,
      body: { code: 'consent_missing', params: { subjects: [subject('public')] } },
    });
    await at.do('Piero', key, 'drafting.consented', read);
    expect(await at.do('Fabio', key, 'proposal.frozen')).toMatchObject({ stage: 'frozen', version: 1 });
  });

  it('refuses a signature for another, and one from a seat without a vote', async () => {
    await at.do('Fabio', key, 'signing.opened');
    expect(await sign('Teresa', 'citizens')).toMatchObject({
      status: 403,
      body: { code: 'not_represented', params: { subject: subject('citizens') } },
    });
    expect((await sign('Vera', 'market')).status).toBe(403);
    expect(await application.log(at.table, { act: 'charter.signed' })).toEqual([]);
  });

  it('is in force with the signature that completes its condition, and takes later ones', async () => {
    await at.do('Teresa', key, 'charter.signed', { subject: subject('third_sector') });
    const reservation = { clause: 'c2', text: 'Within ten days.' };
    await at.do('Paola', key, 'charter.signed', { subject: subject('public'), reservations: [reservation] });
    await at.do('Bruno', key, 'charter.declined', { subject: subject('market'), reason: 'Not before spring.' });
    const view = await at.do('Carla', key, 'charter.signed', { subject: subject('citizens') });
    expect(view.stage).toBe('in_force');
    const [entered] = await application.log(at.table, { act: 'charter.entered_into_force' });
    expect(entered).toMatchObject({ actor: null, data: { proposal: key, version: 1, signatories: 3 } });
    expect(await at.try('Piero', key, 'charter.signed', { subject: subject('public') })).toMatchObject({
      status: 409,
      body: { code: 'already_done' },
    });
  });

  it('gives no commitment to those who have not signed', async () => {
    const commitment = (holder: string) => ({ holder, clause: 'c2', what: 'Name a contact.', dueOn: '2026-12-31' });
    expect(await at.try('Sara', key, 'charter.commitment_assigned', commitment(subject('market')))).toMatchObject({
      status: 422,
      body: { code: 'not_a_signatory', params: { subject: subject('market') } },
    });
    const view = await at.do('Sara', key, 'charter.commitment_assigned', commitment(subject('citizens')));
    expect(charterOf(view).commitments).toMatchObject([{ holder: subject('citizens'), clause: 'c2' }]);
  });

  it('records a withdrawal that has fallen due at its true instant, and what follows from it', async () => {
    await application.setClock('2026-11-16T11:10:00.000Z');
    await at.do('Carla', key, 'withdrawal.announced', { subject: subject('citizens'), reason: 'We close in winter.' });
    const { body: table } = await application.request<{ proposals: readonly object[] }>(null, 'GET', '/tables/T-CHA');
    expect(table.proposals).toMatchObject([{ key, stage: 'in_force', deadline: null }]);
    await application.setClock('2027-01-20T08:00:00.000Z');
    const [took] = await application.log(at.table, { act: 'withdrawal.took_effect' });
    expect(took).toMatchObject({
      at: '2027-01-14T23:00:00.000Z',
      actor: null,
      data: { subject: subject('citizens'), signatories: 2 },
    });
    const [risk] = await application.log(at.table, { act: 'charter.at_risk' });
    expect(risk?.at).toBe(took?.at);
    const { body } = await at.view(null, key);
    expect(body.stage).toBe('at_risk');
    expect(charterOf(body).commitments).toHaveLength(1);
  });

  it('recovers when another joins before it lapses', async () => {
    await at.do('Bruno', key, 'charter.signed', { subject: subject('market') });
    const [recovered] = await application.log(at.table, { act: 'charter.recovered' });
    expect(recovered).toMatchObject({ actor: null, data: { signatories: 3 } });
    expect((await at.view(null, key)).body.stage).toBe('in_force');
  });

  it('is listed among what the table decided, since the day on which it came into force', async () => {
    const { body } = await application.request<{ decisions: readonly object[] }>(null, 'GET', '/tables/T-CHA');
    expect(body.decisions).toMatchObject([{ proposal: key, version: 1, verdict: 'in_force' }]);
  });

  it('leaves a log that verifies, with what people wrote only in what can be erased', async () => {
    const report = await application.verify(at.table);
    expect([report.verdict, report.findings]).toEqual([0, []]);
    const everything = JSON.stringify((await application.log(at.table)).map(({ data }) => data));
    for (const written of ['Within ten days', 'Not before spring', 'We close in winter', 'Name a contact']) {
      expect(everything).not.toContain(written);
    }
  });
});

describe('a new version of a charter', () => {
  let application: TestApplication;
  let at: AtTable;
  let key: string;
  const subject = (sector: Sector): string => at.table.organisations[sector] ?? '';

  beforeAll(async () => {
    application = await TestApplication.start('2026-09-25T08:00:00.000Z');
    at = new AtTable(application, await application.table(charterTable('T-CHA')));
    key = await at.draft('Teresa', 'Step-free access');
    await at.do('Teresa', key, 'charter.invited');
    await at.do('Teresa', key, 'drafting.joined');
    const textHash = await at.write('Teresa', key, 'Every notice is published in plain words.');
    await at.do('Teresa', key, 'drafting.consented', { textHash });
    await at.do('Teresa', key, 'proposal.frozen');
    await at.do('Fabio', key, 'signing.opened');
    for (const [name, sector] of [
      ['Teresa', 'third_sector'],
      ['Paola', 'public'],
      ['Carla', 'citizens'],
      ['Bruno', 'market'],
    ] as const) {
      await at.do(name, key, 'charter.signed', { subject: subject(sector) });
    }
  });

  afterAll(() => application.close());

  it('is written by signatories while the earlier one stays in force', async () => {
    expect((await at.view('Paola', key)).body.document).toMatchObject({ right: 'write', frozen: false });
    expect((await at.view('Vera', key)).body.document.right).not.toBe('write');
    await at.write('Paola', key, 'Every notice is published in plain words within five days.');
    const view = await at.do('Paola', key, 'proposal.frozen');
    expect(view).toMatchObject({ stage: 'in_force', version: 2 });
    expect(charterOf(view)).toMatchObject({ version: 1, amendment: { version: 2, accepted: [] } });
  });

  it('takes effect when all signatories accept; who does not may leave without notice', async () => {
    for (const [name, sector] of [
      ['Teresa', 'third_sector'],
      ['Paola', 'public'],
      ['Carla', 'citizens'],
    ] as const) {
      await at.do(name, key, 'charter.amendment_accepted', { subject: subject(sector) });
    }
    expect((await at.view(null, key)).body.stage).toBe('in_force');
    const view = await at.do('Bruno', key, 'charter.left', { subject: subject('market'), reason: 'Too short.' });
    expect(view.stage).toBe('amended');
    expect(charterOf(view)).toMatchObject({ version: 2, former: [{ how: 'left' }] });
    const report = await application.verify(at.table);
    expect([report.verdict, report.findings]).toEqual([0, []]);
  });
});

function charterOf({ procedure }: ProposalView): AutoRegulationProcedure {
  if (procedure.mode !== 'auto_regulation') throw new Error('expected a charter');
  return procedure;
}
