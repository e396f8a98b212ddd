import { type AmendmentView, type ProposalView } from '@tavolo/contracts';
import { AtTable, planningTable } from '../testing/planning-table.js';
import { TestApplication } from '../testing/test-application.js';
import { clauses, hashOf } from '../testing/writing.js';

describe('a majority that is not a joint decision (scenario O3)', () => {
  let application: TestApplication;
  let at: AtTable;
  let key: string;
  const first = ['A team supports every placement.', 'Costs and risks are shared.'];
  const second = [...first, 'A telephone line is open every evening.'];

  beforeAll(async () => {
    application = await TestApplication.start('2026-11-24T08:00:00.000Z');
    at = new AtTable(application, await application.table(planningTable('T-ONE')));
  });

  afterAll(() => application.close());

  it('is rejected when one party does not concur, and referred back', async () => {
    const voting = await at.voting(first);
    key = voting.key;
    const { ballot } = voting;
    await at.cast(key, ballot, { Paola: 'yes', Piero: 'yes', Teresa: 'yes', Tommaso: 'yes', Carla: 'no', Dora: 'no' });
    const view = await at.do('Sara', key, 'vote.closed', { ballot });
    expect(view).toMatchObject({ stage: 'referred_back', version: 1 });
    expect(planningOf(view).referredBack).toBe(1);
    expect(planningOf(view).ballots[0]).toMatchObject({
      key: 'B-1',
      result: {
        verdict: 'rejected',
        reason: 'sector_not_concurring:citizens',
        total: { yes: 4, no: 2 },
        bySector: { citizens: { yes: 0, no: 2 } },
      },
    });
  });

  it('takes up an amendment of the party that did not concur', async () => {
    const body = { clause: null, kind: 'friendly', text: 'Telephone line every evening' };
    const proposed = await at.do('Carla', key, 'amendment.proposed', body);
    const amendment = proposed.amendments[0]!;
    expect(amendment).toMatchObject<Partial<AmendmentView>>({
      key: 'AM-1',
      version: 1,
      outcome: 'open',
      by: at.member('Carla'),
    });
    const refused = await at.try('Carla', key, 'amendment.accepted', { amendment: amendment.key });
    expect(refused).toMatchObject({ status: 403, body: { code: 'not_your_role', params: { needed: ['sponsor'] } } });
    const accepted = await at.do('Teresa', key, 'amendment.accepted', { amendment: amendment.key });
    expect(accepted.amendments).toMatchObject([{ outcome: 'accepted' }]);
  });

  it('freezes a second version, and leaves the first one with its ballot to be read', async () => {
    await at.do('Fabio', key, 'negotiation.reopened');
    await at.write('Carla', key, ...second);
    const settled = await at.settle(key, hashOf(clauses(...second)));
    expect(settled).toMatchObject({ stage: 'settled', version: 2, document: { frozen: true } });
    expect(settled.versions.map(({ n, by, clauses: those }) => [n, by, those.length])).toEqual([
      [1, [at.member('Teresa')], 2],
      [2, [at.member('Teresa'), at.member('Carla')], 3],
    ]);
    expect(planningOf(settled).ballots[0]?.version).toBe(1);
    const { body } = await application.request<{ clauses: { text: { en: string } }[] }>(
      null,
      'GET',
      `/proposals/${key}/versions/1`,
    );
    expect(body.clauses.map(({ text }) => text.en)).toEqual(first);
  });

  it('is adopted with one abstention when every party concurs', async () => {
    const ballot = await at.openBallot(key);
    await at.cast(key, ballot, {
      Paola: 'yes',
      Piero: 'yes',
      Teresa: 'yes',
      Tommaso: 'abstain',
      Carla: 'yes',
      Ciro: 'yes',
    });
    const view = await at.do('Sara', key, 'vote.closed', { ballot });
    expect(view).toMatchObject({ stage: 'adopted' });
    expect(planningOf(view).ballots[1]?.result).toMatchObject({
      verdict: 'adopted',
      total: { yes: 5, no: 0, abstain: 1 },
    });
  });

  it('is not formalised while a clause has nobody who answers for it, nor with organisations that do not exist', async () => {
    const organisation = at.table.organisations.third_sector;
    const responsible = (clause: string, answers: string | null) => ({
      clause,
      does: [organisation],
      answers,
      consulted: [],
      informed: [],
    });
    const agreement = {
      kind: 'convention',
      responsibilities: [responsible('c1', organisation!), responsible('c2', organisation!), responsible('c3', null)],
      commitments: [{ holder: organisation, what: 'Recruit three families', dueOn: '2027-03-31', proof: 'list' }],
      measures: [{ what: 'Placements kept', baseline: '60%', target: '75%' }],
      reviewOn: '2027-12-01',
    };
    const refused = await at.try('Sara', key, 'agreement.formalised', agreement);
    expect(refused).toMatchObject({
      status: 422,
      body: { code: 'responsibility_missing', params: { clauses: ['c3'] } },
    });
    const whole = {
      ...agreement,
      responsibilities: [...agreement.responsibilities.slice(0, 2), responsible('c3', organisation!)],
    };
    const inFirstRow = (changes: object) => {
      const [first, ...others] = whole.responsibilities;
      return { ...whole, responsibilities: [{ ...first, ...changes }, ...others] };
    };
    const heldBy = (holder: string) => ({ ...whole, commitments: [{ ...whole.commitments[0], holder }] });
    const stranger = '0190a0b0-0000-7000-8000-000000000001';
    for (const [nobody, body] of [
      ['not-an-org', inFirstRow({ answers: 'not-an-org' })],
      ['not-an-org', heldBy('not-an-org')],
      ['', inFirstRow({ does: [''] })],
      [stranger, inFirstRow({ consulted: [stranger] })],
      [stranger, inFirstRow({ informed: [stranger] })],
    ] as const) {
      expect(await at.try('Sara', key, 'agreement.formalised', body)).toMatchObject({
        status: 422,
        body: { code: 'unknown_option', params: { organisations: [nobody] } },
      });
    }
    expect(await at.do('Sara', key, 'agreement.formalised', whole)).toMatchObject({ stage: 'formalised' });
  });

  it('leaves a log from which anybody recounts both ballots and reads who did what, in which role, under which rules', async () => {
    const report = await application.verify(at.table);
    expect(report.findings).toEqual([]);
    expect(report.verdict).toBe(0);
    expect(report.votes.map(({ vote }) => vote)).toEqual(['B-1', 'B-2']);
    const acts = (await application.log(at.table, { stream: `proposal:${key}` })).map(({ act }) => act);
    expect(acts).toEqual([
      'proposal.drafted',
      'proposal.submitted',
      'negotiation.opened',
      ...Array<string>(4).fill('settlement.confirmed'),
      'proposal.frozen',
      'proposal.settled',
      'proposal.referred_back',
      'amendment.proposed',
      'amendment.accepted',
      'negotiation.reopened',
      ...Array<string>(4).fill('settlement.confirmed'),
      'proposal.frozen',
      'proposal.settled',
      'proposal.adopted',
      'agreement.formalised',
    ]);
    const [opening] = await application.log(at.table, { act: 'negotiation.opened' });
    expect(opening).toMatchObject({
      actor: at.member('Fabio'),
      data: { proposal: key, roles: ['facilitator'], rulebook: { key: 'RB-TEST-1', version: 1 } },
    });
    const casts = await application.log(at.table, { stream: 'vote:B-1', act: 'vote.cast' });
    expect(casts.map(({ actor, data }) => [actor, data])).toContainEqual([
      at.seat('Ciro'),
      expect.objectContaining({ vote: 'B-1', option: 'no' }),
    ]);
  });
});

function planningOf({ procedure }: ProposalView) {
  if (procedure.mode !== 'planning') throw new Error('expected a negotiated procedure');
  return procedure;
}
