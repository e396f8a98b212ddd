import { type DemoAmendment, type DemoProposal } from '../demo-data.js';
import { type DemoActs } from './demo-acts.js';
import { draftStep, textOf, translateStep, versionOf, writeStep } from './text-steps.js';
import { ballotSteps } from './ballot-steps.js';
import { localMoment, otherLanguage, type DemoScript, type Step } from './step.js';
import { type ActName } from '@tavolo/contracts';

const facilitator = 'm40';
const secretary = 'm41';

/** The people who confirm a text for the facilitator and the three parties of T-FAM. */
const confirming = ['m40', 'm04', 'm16', 'm30'];

export function proposalOf({ data }: DemoScript, id: string): DemoProposal {
  const proposal = data.proposals.find((one) => one.id === id);
  if (!proposal) throw new Error(`the demonstration has no proposal ${id}`);
  return proposal;
}

/** An act on a proposal at a local time. */
export const step = (
  proposal: string,
  name: ActName,
  person: string,
  body: object,
  date: string,
  time: string,
  label = '',
): Step => ({
  at: localMoment(date, time),
  run: (scene, at) => scene.act(name, proposal, person, body, at, `${date}T${time}:${person}:${label}`),
});

/** A draft is written, fixed as version 1, submitted, and its negotiation opened. */
export function beginSteps(script: DemoScript, acts: DemoActs, proposal: DemoProposal, date: string): Step[] {
  const { id, sponsors } = proposal;
  const [sponsor = ''] = sponsors;
  return [
    draftStep(script, acts, proposal, date, '09:00:00'),
    writeStep(script, proposal, 1, date, '09:10:00'),
    step(id, 'proposal.frozen', sponsor, {}, date, '09:30:00'),
    translateStep(script, proposal, 1, date, '09:31:00'),
    step(id, 'negotiation.reopened', sponsor, {}, date, '09:32:00'),
    step(id, 'proposal.submitted', sponsor, {}, date, '09:35:00'),
    step(id, 'negotiation.opened', facilitator, {}, date, '09:45:00'),
  ];
}

/** Facilitator and parties, each by one of the people named, confirm the text of a version, which settles it. */
export function settleSteps(
  { language }: DemoScript,
  proposal: DemoProposal,
  n: number,
  confirming: readonly string[],
  date: string,
  hour: string,
): Step[] {
  const version = versionOf(proposal, n);
  return confirming.map((person, index) => ({
    at: localMoment(date, `${hour}:${10 + index}:00`),
    run: async (scene, at) => {
      const textHash = await scene.write(
        proposal.id,
        proposal.tableId,
        version.by[0] ?? '',
        n,
        textOf(version, language),
        at,
      );
      await scene.act('settlement.confirmed', proposal.id, person, { textHash }, at, `settle:${n}:${person}`);
    },
  }));
}

/** When each change was asked for; the data only says when it was answered. */
const askedAt: Readonly<Record<string, readonly [date: string, time: string]>> = {
  'AM-1': ['2026-09-16', '10:00:00'],
  'AM-2': ['2026-09-18', '12:00:00'],
  'AM-3': ['2026-10-07', '09:00:00'],
  'AM-4': ['2026-10-02', '09:00:00'],
  'AM-5': ['2026-10-09', '09:00:00'],
  'AM-6': ['2026-11-18', '11:00:00'],
};

function amendmentSteps({ language }: DemoScript, proposal: DemoProposal, amendment: DemoAmendment): Step[] {
  const { id: key, by, kind, clause, text, outcome, on, reason } = amendment;
  const [sponsor = ''] = proposal.sponsors;
  const other = otherLanguage(language);
  const [date, time] = askedAt[key] ?? [on, '09:00:00'];
  const asked = {
    key,
    kind,
    clause: clause === 'new' ? null : clause,
    text: text[language],
    translations: { [other]: text[other] },
  };
  return [
    step(proposal.id, 'amendment.proposed', by, asked, date, time, key),
    ...(outcome === 'accepted'
      ? [step(proposal.id, 'amendment.accepted', sponsor, { amendment: key }, on, '11:00:00', key)]
      : []),
    ...(outcome === 'rejected'
      ? [
          step(
            proposal.id,
            'amendment.rejected',
            sponsor,
            { amendment: key, reason: reason?.[language] ?? '' },
            on,
            '11:00:00',
            key,
          ),
        ]
      : []),
  ];
}

/** A commitment says what will show that it is kept; the demonstration names nothing of the kind, and nothing is made up for it. */
const noProofNamed = { en: 'Not stated in the demonstration data', it: 'Non indicato nei dati dimostrativi' } as const;

/** The convention into which P-101 passed. */
function formaliseStep({ data, language }: DemoScript, proposal: DemoProposal): Step {
  return {
    at: localMoment('2026-11-17', '12:30:00'),
    run: async (scene, at) => {
      const agreement = data.agreements.find(({ fromProposal }) => fromProposal === proposal.id);
      if (!agreement?.reviewOn) throw new Error(`${proposal.id} has no agreement with a review`);
      const organisations = (keys: readonly string[]): string[] => keys.map((key) => scene.organisation(key));
      const body = {
        kind: agreement.kind,
        responsibilities: agreement.responsibilities.map(({ clause, does, answers, consulted, informed }) => ({
          clause,
          does: organisations(does),
          answers: scene.organisation(answers),
          consulted: organisations(consulted),
          informed: organisations(informed),
        })),
        commitments: data.commitments
          .filter(({ agreementId }) => agreementId === agreement.id)
          .map(({ organisationId, text, dueOn }) => ({
            holder: scene.organisation(organisationId),
            what: text[language],
            dueOn,
            proof: noProofNamed[language],
          })),
        measures: agreement.measures.map(({ text, baseline, target }) => ({
          what: text[language],
          baseline: String(baseline),
          target: String(target),
        })),
        reviewOn: agreement.reviewOn,
      };
      await scene.act('agreement.formalised', proposal.id, secretary, body, at, 'formalise');
    },
  };
}

/** P-101: fails for lack of the citizens' majority, is changed and passes; becomes a convention. */
export function fosterCareSteps(script: DemoScript, acts: DemoActs): Step[] {
  const proposal = proposalOf(script, 'P-101');
  return [
    ...beginSteps(script, acts, proposal, '2026-09-08'),
    ...proposal.amendments.flatMap((amendment) => amendmentSteps(script, proposal, amendment)),
    writeStep(script, proposal, 2, '2026-09-29', '09:20:00'),
    step('P-101', 'proposal.frozen', facilitator, {}, '2026-09-29', '09:30:00'),
    translateStep(script, proposal, 2, '2026-09-29', '09:31:00'),
    step('P-101', 'negotiation.reopened', facilitator, {}, '2026-09-29', '09:32:00'),
    ...settleSteps(script, proposal, 2, confirming, '2026-10-06', '12'),
    ...ballotSteps(script, proposal, 'B-1', '2026-10-06T18:05:00+02:00'),
    step('P-101', 'negotiation.reopened', facilitator, {}, '2026-10-20', '11:30:00'),
    writeStep(script, proposal, 3, '2026-10-24', '09:00:00'),
    ...settleSteps(script, proposal, 3, confirming, '2026-10-24', '09'),
    translateStep(script, proposal, 3, '2026-10-24', '09:40:00'),
    ...ballotSteps(script, proposal, 'B-2', '2026-11-03T18:05:00+01:00'),
    formaliseStep(script, proposal),
  ];
}

/** P-102: being negotiated now. */
export function nurserySteps(script: DemoScript, acts: DemoActs): Step[] {
  const proposal = proposalOf(script, 'P-102');
  return [
    ...beginSteps(script, acts, proposal, '2026-11-05'),
    ...proposal.amendments.flatMap((amendment) => amendmentSteps(script, proposal, amendment)),
  ];
}
