import { type ProposalView } from '@tavolo/contracts';
import { consultationTable } from '../testing/consultation-table.js';
import { AtTable } from '../testing/planning-table.js';
import { TestApplication } from '../testing/test-application.js';

describe('a consultation with extension, complete replies and deviation (scenario O4)', () => {
  let application: TestApplication;
  let at: AtTable;
  let key: string;
  const answered: string[] = [];

  beforeAll(async () => {
    application = await TestApplication.start('2026-11-14T08:00:00.000Z');
    at = new AtTable(application, await application.table(consultationTable('T-ASK')));
  });

  afterAll(() => application.close());

  it('is drafted by the institution alone, and opened on a frozen text', async () => {
    const refused = await application.request(at.person('Rosa'), 'POST', '/tables/T-ASK/proposals', {
      title: 'Fees for day centres',
      language: 'en',
    });
    expect(refused).toMatchObject({
      status: 403,
      body: { code: 'not_your_role', params: { needed: ['decidingAuthority'] } },
    });
    key = await at.draft('Giulia', 'Fees for day centres');
    expect(key).toBe('C-201');
    await at.write('Giulia', key, 'The fee depends on income.', 'It applies from March.');
    const short = await at.try('Giulia', key, 'consultation.opened', { closesOn: '2026-11-20' });
    expect(short).toMatchObject({
      status: 422,
      body: { code: 'window_too_short', params: { firstPossible: '2026-12-04' } },
    });
    expect((await at.view('Giulia', key)).body.document).toMatchObject({ right: 'write', frozen: false });
    const opened = await at.do('Giulia', key, 'consultation.opened', { closesOn: '2026-12-04' });
    expect(opened).toMatchObject({ stage: 'open', version: 1, document: { right: 'read', frozen: true } });
  });

  it('is extended once when a sector is silent, at the instant of its deadline', async () => {
    for (const [name, position] of [
      ['Paola', 'favourable'],
      ['Carla', 'favourable'],
      ['Teresa', 'favourable'],
    ] as const) {
      await at.do(name, key, 'assessment.submitted', { position });
    }
    const conditional = { position: 'conditional', clause: 'c1', reason: 'Too steep.', condition: 'Cap it.' };
    await at.do('Tommaso', key, 'assessment.submitted', conditional);
    await application.setClock('2026-12-05T08:00:00.000Z');
    const { body } = await at.view(null, key);
    expect(body).toMatchObject({ stage: 'open', deadline: '2026-12-14T22:59:59.999Z' });
    const [extended] = await application.log(at.table, { act: 'consultation.extended' });
    expect(extended).toMatchObject({ at: '2026-12-04T22:59:59.999Z', actor: null });
  });

  it('asks for a reason with a contrary assessment', async () => {
    const refused = await at.try('Rosa', key, 'assessment.submitted', { position: 'contrary', reason: '  ' });
    expect(refused).toMatchObject({ status: 422, body: { code: 'reason_required' } });
    await at.do('Rosa', key, 'assessment.submitted', {
      position: 'contrary',
      clause: 'c1',
      reason: 'It excludes people.',
    });
    const view = await at.do('Bruno', key, 'assessment.submitted', { position: 'favourable' });
    expect(assessmentsOf(view)).toHaveLength(6);
  });

  it('keeps one assessment for each seat, under its key', async () => {
    const view = await at.do('Bruno', key, 'assessment.submitted', { position: 'favourable', reason: 'Clear rules.' });
    const own = assessmentsOf(view).filter(({ seat }) => seat === at.seat('Bruno'));
    expect(own).toMatchObject([{ key: 'AS-6', reason: 'Clear rules.' }]);
  });

  it('closes at its new deadline with the prevailing opinion by sector', async () => {
    await application.setClock('2026-12-15T08:00:00.000Z');
    const { procedure } = (await at.view(null, key)).body;
    expect(procedure).toMatchObject({
      stage: 'closed',
      thin: false,
      prevailing: {
        supportive: 5,
        contrary: 1,
        leaning: 'supportive',
        bySector: { third_sector: { supportive: 2, contrary: 1 }, market: { supportive: 1, contrary: 0 } },
      },
    });
    const late = await at.try('Marta', key, 'assessment.submitted', { position: 'favourable' });
    expect(late).toMatchObject({ status: 409, body: { code: 'deadline_passed' } });
  });

  it('is not decided while an assessment has no reply, and says which', async () => {
    const all = assessmentsOf((await at.view('Giulia', key)).body).map((assessment) => assessment.key);
    answered.push(...all.slice(0, 5));
    await at.do('Giulia', key, 'reply.published', { assessments: answered, outcome: 'noted', reason: 'We thank you.' });
    const refused = await at.try('Giulia', key, 'decision.recorded', { outcome: 'not_adopted' });
    expect(refused).toMatchObject({
      status: 422,
      body: { code: 'replies_missing', params: { assessments: [all[5]] } },
    });
    await at.do('Giulia', key, 'reply.published', { assessments: [all[5]], outcome: 'accepted' });
  });

  it('asks for a statement of two hundred characters when it departs from the prevailing opinion', async () => {
    const decide = (statement: string | null) =>
      at.try('Giulia', key, 'decision.recorded', { outcome: 'not_adopted', statement });
    expect(await decide(null)).toMatchObject({
      status: 422,
      body: { code: 'statement_required', params: { min: 200 } },
    });
    expect((await decide('x'.repeat(150))).status).toBe(422);
    expect(await decide('The funds of the region were cut. '.repeat(7))).toMatchObject({
      status: 200,
      body: { stage: 'decided', deviation: true },
    });
  });

  it('shows the deviation, its statement and every assessment beside its reply to a visitor', async () => {
    const { body } = await at.view(null, key);
    const { procedure } = body;
    if (procedure.mode !== 'consultation') throw new Error('expected a consultation');
    expect(procedure.decision).toMatchObject({ outcome: 'not_adopted', deviation: { held: true } });
    expect(procedure.decision?.statement).toContain('The funds of the region');
    expect(procedure.replies.flatMap(({ assessments }) => assessments).sort()).toEqual(
      procedure.assessments.map((assessment) => assessment.key).sort(),
    );
    expect(body.seats.every(({ holder }) => holder?.name == null)).toBe(true);
  });

  it('leaves a log that verifies, with what people wrote only in what can be erased', async () => {
    const report = await application.verify(at.table);
    expect([report.verdict, report.findings]).toEqual([0, []]);
    const [decision] = await application.log(at.table, { act: 'decision.recorded' });
    expect(decision).toMatchObject({
      actor: at.member('Giulia'),
      data: {
        proposal: key,
        outcome: 'not_adopted',
        version: 1,
        deviation: true,
        rulebook: { key: 'RB-ASK-1', version: 1 },
      },
    });
    const everything = JSON.stringify((await application.log(at.table)).map(({ data }) => data));
    for (const words of ['excludes people', 'funds of the region', 'Too steep', 'Cap it', 'Fees']) {
      expect(everything).not.toContain(words);
    }
  });

  function assessmentsOf({ procedure }: ProposalView) {
    return procedure.mode === 'consultation' ? procedure.assessments : [];
  }
});

describe('a consultation that is decided with changes', () => {
  let application: TestApplication;
  let at: AtTable;

  beforeAll(async () => {
    application = await TestApplication.start('2026-11-02T08:00:00.000Z');
    at = new AtTable(application, await application.table(consultationTable('T-ASK')));
  });

  afterAll(() => application.close());

  it('freezes what the institution has changed as the version that it adopts', async () => {
    const key = await at.draft('Giulia', 'Fees for day centres');
    await at.write('Giulia', key, 'The fee depends on income.');
    await at.do('Giulia', key, 'consultation.opened', { closesOn: '2026-11-23' });
    const people = ['Paola', 'Teresa', 'Carla', 'Bruno'];
    for (const name of people) await at.do(name, key, 'assessment.submitted', { position: 'favourable' });
    await application.setClock('2026-11-24T08:00:00.000Z');
    const { body } = await at.view('Giulia', key);
    expect(body).toMatchObject({ stage: 'closed', document: { right: 'write', frozen: false } });
    const keys = body.procedure.mode === 'consultation' ? body.procedure.assessments.map((one) => one.key) : [];
    await at.do('Giulia', key, 'reply.published', { assessments: keys, outcome: 'noted' });
    await at.write('Giulia', key, 'The fee depends on income, and has a cap.');
    const decided = await at.do('Giulia', key, 'decision.recorded', { outcome: 'adopted_with_changes' });
    expect(decided).toMatchObject({ stage: 'decided', version: 2, deviation: false });
    expect(decided.versions.at(-1)?.clauses).toMatchObject([
      { text: { en: 'The fee depends on income, and has a cap.' } },
    ]);
    const [decision] = await application.log(at.table, { act: 'decision.recorded' });
    expect(decision?.data).toMatchObject({ version: 2, textHash: decided.versions[1]!.textHash });
  });
});
