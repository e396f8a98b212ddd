import { jest } from '@jest/globals';
import {
  type AutoAdministrationProcedure,
  type ConsultationProcedure,
  type PlanningProcedure,
} from '@tavolo/governance';
import { instant } from '@tavolo/kernel';
import { readDemoData, type DemoData } from './demo-data.js';
import { DemoApplication } from './testing/demo-application.js';
import { readExpected } from './testing/expected.js';
import { outcomeOfBallot, outcomeOfCharter, outcomeOfConsultation, outcomeOfMandate } from './testing/outcomes.js';

// An area of half a year is imported twice, on machines that are busy.
jest.setTimeout(600_000);

type Expected = Awaited<ReturnType<typeof readExpected>>;

let data: DemoData;
let expected: Expected;
let application: DemoApplication;
let progress: [done: number, total: number][];

beforeAll(async () => {
  data = await readDemoData();
  expected = await readExpected();
  application = await DemoApplication.start();
  progress = [];
  expect(await application.demo.importOnce('en', (...step) => progress.push(step))).toBe(true);
});

afterAll(() => application.close());

const planning = async (key: string, of = application): Promise<PlanningProcedure> => {
  const procedure = await of.procedure(key);
  if (procedure.mode !== 'planning') throw new Error(`${key} is no planning procedure`);
  return procedure;
};

const decision = async (key: string, of = application): Promise<AutoAdministrationProcedure> => {
  const procedure = await of.procedure(key);
  if (procedure.mode !== 'auto_administration') throw new Error(`${key} is no decision under a mandate`);
  return procedure;
};

const decisions = ['D-401', 'D-402', 'D-403'] as const;

/** What came of mandate MD-1. */
const mandated = async (of = application) => {
  const procedures = await Promise.all(decisions.map(async (key) => [key, await decision(key, of)] as const));
  return outcomeOfMandate(await of.mandate('MD-1'), new Map(procedures));
};

const consultation = async (key: string, of = application): Promise<ConsultationProcedure> => {
  const procedure = await of.procedure(key);
  if (procedure.mode !== 'consultation') throw new Error(`${key} is no consultation`);
  return procedure;
};

const ballot = async (key: string, of = application) => {
  const found = (await planning('P-101', of)).ballots.find((one) => one.key === key);
  if (!found) throw new Error(`there is no ballot ${key}`);
  return outcomeOfBallot(found, 'P-101');
};

const consulted = async (key: string, of = application) =>
  outcomeOfConsultation(await consultation(key, of), await of.holders('T-ELD'));

/** What the data expect of a consultation that was imported in a language. */
const expectedOf = (key: string, language: 'en' | 'it' = 'en') => {
  const found = expected.consultations[key];
  if (!found) throw new Error(`nothing is expected of ${key}`);
  const { silentSeats, deviationStatementChars, ...rest } = found;
  return {
    ...rest,
    silentSeats: [...silentSeats].sort(),
    deviationStatementChars: deviationStatementChars?.[language] ?? null,
  };
};

describe('the demonstration', () => {
  it.each(['B-1', 'B-2'])('comes to the expected result of ballot %s', async (key) => {
    expect(await ballot(key)).toEqual(expected.ballots[key]);
  });

  it('says why ballot B-1 was closed while a seat was absent, and nothing of B-2, in which every seat voted', async () => {
    const { ballots } = await planning('P-101');
    expect(ballots.map(({ key, closedEarly }) => [key, closedEarly?.reason])).toEqual([
      ['B-1', 'Absent from the meeting: Casa dei Mestieri foundation. Everybody who is present has voted.'],
      ['B-2', undefined],
    ]);
  });

  it.each(['C-201', 'C-202'])('comes to the expected outcome of consultation %s', async (key) => {
    expect(await consulted(key)).toEqual(expectedOf(key));
  });

  it('comes to the expected signatories of charter R-301, now and after the announced withdrawal', async () => {
    const procedure = await application.procedure('R-301');
    if (procedure.mode !== 'auto_regulation') throw new Error('R-301 is no charter');
    const later = instant('2027-01-15T08:00:00Z');
    const outcome = outcomeOfCharter(procedure, later, await application.organisations());
    expect(outcome).toEqual(expected.charters['R-301']);
    expect(procedure.stage).toBe(data.proposals.find(({ id }) => id === 'R-301')?.state);
  });

  it('comes to the consent rounds of the data in the coalition, and to its mandate', async () => {
    const holders = await application.holders('T-COA');
    const { consentRounds, mandates, adoption, ballots } = await planning('P-601');
    const stands = consentRounds.map((round) =>
      Object.fromEntries<string>(
        Object.entries(round.stands).map(([seat, { stand }]) => [holders.get(seat) ?? '', stand]),
      ),
    );
    const ofData = data.consentRounds.filter(({ ref }) => ref === 'P-601');
    expect(stands).toEqual(ofData.map((round) => round.stands));
    const closings = ofData.map(({ id }) =>
      data.timeline.find(({ type, ref }) => type === 'consent_round.closed' && ref === id),
    );
    expect(consentRounds.map(({ closedAt }) => closedAt)).toEqual(closings.map((event) => instant(event?.at ?? '')));
    expect(consentRounds.map(({ outcome, version }) => [outcome?.verdict, version])).toEqual([
      ['objections', 1],
      ['adopted', 2],
    ]);
    expect([adoption?.by, ballots]).toEqual(['consent', []]);
    const mandate = data.proposals.find(({ id }) => id === 'P-601')?.negotiatingMandate;
    expect(mandates).toMatchObject([
      {
        may: mandate?.may.en,
        mayNot: mandate?.mayNot.en,
        until: mandate?.expiresOn,
        givenAt: expect.any(String),
        ended: null,
      },
    ]);
  });

  it('puts the text of the coalition on the steering table as a joint proposal of seven organisations', async () => {
    const from = (await planning('P-601')).versions.at(-1);
    const { versions, stage } = await planning('P-502');
    expect([stage, versions.map(({ textHash }) => textHash)]).toEqual(['submitted', [from?.textHash]]);
    const log = JSON.stringify(
      (await application.log('T-SYS')).map(({ act, stream, data: said }) => [act, stream, said]),
    );
    expect(log).toContain('"joint"');
    expect(['P-601', 'T-COA', 'negotiating_mandate'].filter((word) => log.includes(word))).toEqual([]);
  });

  it('comes to what is expected of mandate MD-1: spent, left, blocked, called in, and when it reports', async () => {
    expect(await mandated()).toEqual(expected.mandates['MD-1']);
    const { mandate, organisations } = await application.mandate('MD-1');
    const granting = data.mandates.find(({ id }) => id === 'MD-1');
    expect(mandate).toMatchObject({
      reportDueOn: granting?.nextReportDueOn,
      grant: { date: granting?.grantedOn, at: '2026-09-02T08:00:00.000Z' },
      terms: { exclusions: [{ words: { en: 'Staff contracts' } }, { words: { it: 'Tariffe' } }, { id: 'x3' }] },
    });
    expect(organisations.map(({ key }) => key)).toEqual([granting?.grantedBy]);
  });

  it.each([
    ['B-5', 'D-401'],
    ['B-6', 'D-403'],
    ['B-7', 'D-403'],
  ])('comes to the expected result of ballot %s of the holders on %s', async (key, ref) => {
    const found = (await decision(ref)).ballots.find((one) => one.key === key);
    expect(found && outcomeOfBallot(found, ref)).toEqual(expected.ballots[key]);
  });

  it('lets the decisions under the mandate take effect at the end of their standstill, the called in one in its second version', async () => {
    const [minibus, waitingRoom, vehicle] = await Promise.all(decisions.map((key) => decision(key)));
    expect(minibus).toMatchObject({ stage: 'effective', effectiveSince: '2026-10-23T21:59:59.999Z' });
    expect(waitingRoom).toMatchObject({ stage: 'blocked', ballots: [], effectiveSince: null });
    expect(vehicle).toMatchObject({
      stage: 'effective',
      effectiveSince: '2026-11-09T22:59:59.999Z',
      adoption: { version: 2, amount: 430_000 },
      callIns: [{ version: 1, answer: { kind: 'amended' }, ruling: null }],
    });
  });

  it.each(['P-101', 'P-102', 'P-501', 'C-201', 'C-202', 'P-601', 'P-502', 'D-401', 'D-402', 'D-403'])(
    'leaves %s in its state, with its versions',
    async (key) => {
      const proposal = data.proposals.find(({ id }) => id === key);
      const { stage, versions } = await application.procedure(key);
      expect([stage, versions.map(({ version }) => version)]).toEqual([
        proposal?.state,
        proposal?.versions.map(({ n }) => n),
      ]);
    },
  );

  it('adopts the priorities of the Zone Plan although the third sector is split, with two dissents, and waits for the mayors', async () => {
    const { ballots, dissents, organ, stage } = await planning('P-501');
    const [found] = ballots;
    expect(found && outcomeOfBallot(found, 'P-501')).toEqual(expected.ballots['B-3']);
    const holders = await application.holders('T-SYS');
    const told = data.proposals.find(({ id }) => id === 'P-501');
    expect(dissents.map(({ seat, text }) => [holders.get(seat), text])).toEqual(
      told?.dissents.flatMap(({ by, text }) => by.map((person) => [person, text.en])),
    );
    expect([stage, organ?.answer]).toEqual(['awaiting_organ', null]);
    expect(organ?.until).toBe(instant(`${told?.awaitingOrganUntil ?? ''}T23:59:59.999+01:00`));
  });

  it('changes the mode of the elderly table by the vote and the consent of the data', async () => {
    const { change, table } = await application.modeChange('MC-1');
    const [found] = change.ballots;
    expect(found && outcomeOfBallot(found, 'MC-1')).toEqual(expected.ballots['B-4']);
    expect(change).toMatchObject({
      state: 'in_force',
      proposedAs: 'third_sector',
      answer: { outcome: 'consented' },
      effectiveAt: instant('2026-11-20T00:00:00+01:00'),
      from: { key: 'RB-ELD-1' },
      rulebook: { key: 'RB-ELD-2' },
    });
    expect(change.supporters).toHaveLength(3);
    expect(table.mode).toBe('planning');
    expect((await application.procedure('C-202')).mode).toBe('consultation');
  });

  it('stands at the moment that the data describe, and goes on from there', () => {
    const since = Date.parse(application.now) - Date.parse(data.referenceNow);
    expect(since).toBeGreaterThanOrEqual(0);
    expect(since).toBeLessThan(600_000);
  });

  it('tells how far the import is, up to its end', () => {
    const total = progress.length;
    expect(total).toBeGreaterThan(0);
    expect(progress).toEqual(progress.map((_, index) => [index + 1, total]));
  });

  it('records votes, assessments, replies, decisions and closings at the moments of the data', async () => {
    const logs = await Promise.all(['T-FAM', 'T-ELD', 'T-SYS'].map((table) => application.log(table)));
    const recorded = logs.flat();
    const moments = (act: string, of = recorded) => of.filter((entry) => entry.act === act).map(({ at }) => at);
    const ofData = (type: string, refs: (ref: string) => boolean) =>
      data.timeline.filter((event) => event.type === type && refs(event.ref)).map(({ at }) => instant(at));
    const ballots = (ref: string) => ['B-1', 'B-2', 'B-3', 'B-4'].includes(ref);
    const consultations = (ref: string) => ['C-201', 'C-202'].includes(ref);
    const all = () => true;
    expect(moments('vote.cast').sort()).toEqual(ofData('vote.cast', ballots).sort());
    expect(moments('vote.closed').sort()).toEqual(ofData('ballot.closed', ballots).sort());
    for (const what of ['proposed', 'consented']) {
      expect(moments(`mode_change.${what}`)).toEqual(ofData(`mode_change.${what}`, all));
    }
    expect(moments('dissent.attached').slice(0, 1)).toEqual(ofData('dissent.attached', (ref) => ref === 'P-501'));
    expect(moments('mode_change.took_effect')).toEqual(ofData('mode_change.effective', all));
    expect(moments('consultation.opened')).toEqual(ofData('consultation.opened', consultations));
    expect(moments('assessment.submitted').sort()).toEqual(ofData('assessment.submitted', all).sort());
    expect(moments('reply.published')).toEqual(ofData('reply.published', all));
    expect(moments('decision.recorded')).toEqual(ofData('decision.published', consultations));
    expect(moments('amendment.accepted')).toEqual(ofData('amendment.accepted', all));
    expect(moments('amendment.rejected')).toEqual(ofData('amendment.rejected', all));
    expect(moments('agreement.formalised')).toEqual(ofData('agreement.signed', (ref) => ref === 'A-2'));
    expect(moments('consultation.closed').map((at) => at.slice(0, 16))).toEqual(
      ofData('consultation.closed', all).map((at) => at.slice(0, 16)),
    );
  });

  it.each(['T-FAM', 'T-ELD', 'T-DIS', 'T-COA', 'T-SYS', 'T-NEI'])(
    'leaves a log of %s that anybody can verify and recount',
    async (table) => {
      const report = await application.verify(table);
      expect([report.verdict, report.findings]).toEqual([0, []]);
    },
  );

  it('is not imported a second time', async () => {
    const before = await application.counts();
    await application.restart();
    expect(await application.demo.importOnce('en')).toBe(false);
    expect(await application.counts()).toEqual(before);
  });
});

describe('an import that is broken off again and again', () => {
  let broken: DemoApplication;

  beforeAll(async () => {
    broken = await DemoApplication.start();
    // In the middle of the area, of a negotiation, of a ballot, and of a consultation.
    for (const share of [0.05, 0.3, 0.5, 0.8]) {
      const stop = (done: number, total: number) => {
        if (done >= Math.floor(total * share)) throw new Error('broken off');
      };
      await expect(broken.demo.importOnce('it', stop)).rejects.toThrow('broken off');
      await broken.restart();
    }
    expect(await broken.demo.importOnce('it')).toBe(true);
  });

  afterAll(() => broken.close());

  it('is taken up where it stopped, and comes to the same results', async () => {
    expect(await ballot('B-1', broken)).toEqual(expected.ballots['B-1']);
    expect(await ballot('B-2', broken)).toEqual(expected.ballots['B-2']);
    expect(await consulted('C-201', broken)).toEqual(expectedOf('C-201', 'it'));
    expect(await consulted('C-202', broken)).toEqual(expectedOf('C-202', 'it'));
    expect(await mandated(broken)).toEqual(expected.mandates['MD-1']);
  });

  it.each(['T-FAM', 'T-ELD', 'T-NEI'])('records in %s what an undisturbed import records, once each', async (table) => {
    const facts = (of: DemoApplication) => of.log(table).then((log) => log.map(({ act, at }) => `${at} ${act}`));
    expect(await facts(broken)).toEqual(await facts(application));
    const { verdict, findings } = await broken.verify(table);
    expect([verdict, findings]).toEqual([0, []]);
  });
});
