import { type ActName } from '@tavolo/contracts';
import { plusMillis } from '@tavolo/kernel';
import { type DemoConsentRound, type DemoProposal } from '../demo-data.js';
import { type DemoActs } from './demo-acts.js';
import { draftStep, textOf, translateStep, versionOf, writeStep } from './text-steps.js';
import { localMoment, moment, otherLanguage, type DemoScript, type Step } from './step.js';

const minute = 60_000;

/** The joint draft of a coalition: agreed in two consent rounds, then carried to a table under a negotiating mandate. */
export function coalitionSteps(script: DemoScript, acts: DemoActs, id: string): Step[] {
  const { data } = script;
  const proposal = data.proposals.find((one) => one.id === id);
  const table = data.tables.find((one) => one.id === proposal?.tableId);
  const rounds = data.consentRounds.filter(({ ref }) => ref === id);
  const [first] = proposal?.versions ?? [];
  const [sponsor = ''] = proposal?.sponsors ?? [];
  if (!proposal || !table || !first) throw new Error(`the demonstration has no joint draft ${id}`);
  const { facilitatorId: facilitator } = table;
  const act = (name: ActName, person: string, time: string, body: object = {}): Step => ({
    at: localMoment(first.on, time),
    run: (scene, at) => scene.act(name, id, person, body, at, `${name}:${time}`),
  });
  return [
    draftStep(script, acts, proposal, first.on, '09:00:00'),
    writeStep(script, proposal, first.n, first.on, '09:10:00'),
    act('proposal.frozen', sponsor, '09:30:00'),
    translateStep(script, proposal, first.n, first.on, '09:31:00'),
    act('negotiation.reopened', sponsor, '09:32:00'),
    act('proposal.submitted', sponsor, '09:35:00'),
    act('negotiation.opened', facilitator, '09:45:00'),
    ...rounds.flatMap((round, index) => roundSteps(script, proposal, facilitator, round, index > 0)),
    ...mandateSteps(
      script,
      proposal,
      table.seats.filter(({ vote }) => vote).map(({ memberId }) => memberId),
    ),
    ...submissionSteps(script, proposal),
  ];
}

/** The text of a version is settled, and everybody takes a stand on it; who objects speaks last, and the round closes at the moment of the data. */
function roundSteps(
  script: DemoScript,
  proposal: DemoProposal,
  facilitator: string,
  round: DemoConsentRound,
  again: boolean,
): Step[] {
  const { data, language } = script;
  const closed = data.timeline.find(({ type, ref }) => type === 'consent_round.closed' && ref === round.id);
  if (!closed) throw new Error(`nothing says when ${round.id} was closed`);
  const end = moment(closed.at);
  const version = versionOf(proposal, round.version);
  const before = (minutes: number) => plusMillis(end, -minutes * minute);
  const act = (name: ActName, person: string, minutes: number, body: object = {}): Step => ({
    at: before(minutes),
    run: (scene, at) => scene.act(name, proposal.id, person, body, at, `${round.id}:${person}`),
  });
  const settle = (person: string, minutes: number): Step => ({
    at: before(minutes),
    run: async (scene, at) => {
      const author = version.by.at(-1) ?? '';
      const textHash = await scene.write(
        proposal.id,
        proposal.tableId,
        author,
        version.n,
        textOf(version, language),
        at,
      );
      await scene.act('settlement.confirmed', proposal.id, person, { textHash }, at, `settle:${version.n}:${person}`);
    },
  });
  const objectors = round.objections.map(({ by }) => by);
  const people = Object.keys(round.stands).filter((person) => !objectors.includes(person));
  const [confirming = ''] = people;
  return [
    ...(again ? [act('negotiation.reopened', facilitator, 20)] : []),
    settle(facilitator, 15),
    settle(confirming, 14),
    translateStep(script, proposal, version.n, round.on, closed.at.slice(11, 19), -13 * minute),
    act('consent_round.opened', facilitator, 12),
    ...[...people, ...objectors].map((person, index, all) => {
      const objection = round.objections.find(({ by }) => by === person);
      return act('consent.given', person, all.length - 1 - index, {
        stand: round.stands[person],
        reason: objection?.reason[language] ?? null,
        change: objection?.wouldBeMetBy[language] ?? null,
      });
    }),
  ];
}

/** After the last round a seat puts the mandate forward, and as many as are needed support it. */
function mandateSteps({ data, language }: DemoScript, proposal: DemoProposal, seats: readonly string[]): Step[] {
  const { id, tableId, negotiatingMandate: mandate } = proposal;
  const closed = data.timeline.findLast(
    ({ type, ref }) =>
      type === 'consent_round.closed' && data.consentRounds.some((one) => one.id === ref && one.ref === id),
  );
  if (!mandate || !closed) return [];
  const speaking = [mandate.spokesperson, mandate.deputy];
  const others = seats.filter((person) => !speaking.includes(person));
  return others.slice(0, Math.floor(seats.length / 2) + 1).map((person, index) => ({
    at: plusMillis(moment(closed.at), (5 + index) * minute),
    run: async (scene, at) => {
      const [name, body]: [ActName, object] =
        index > 0
          ? ['negotiating_mandate.supported', { mandate: 1 }]
          : [
              'negotiating_mandate.proposed',
              {
                spokesperson: scene.member(tableId, mandate.spokesperson),
                deputy: scene.member(tableId, mandate.deputy),
                may: mandate.may[language],
                mayNot: mandate.mayNot[language],
                until: mandate.expiresOn,
              },
            ];
      await scene.act(name, id, person, body, at, person);
    },
  }));
}

/** The spokesperson hands the text to the tables that got a proposal from it. */
function submissionSteps({ data, language }: DemoScript, { id }: DemoProposal): Step[] {
  return data.proposals
    .filter(({ fromProposal }) => fromProposal === id)
    .map(({ id: key, tableId: receiver, title, sponsors, versions }) => {
      const submitted = data.timeline.find(({ type, ref }) => type === 'proposal.version' && ref === key);
      const other = otherLanguage(language);
      const body = { receiver, key, title: title[language], translations: { [other]: title[other] } };
      return {
        at: submitted ? moment(submitted.at) : localMoment(versions[0]?.on ?? '', '09:30:00'),
        run: (scene, at) => scene.act('joint_proposal.submitted', id, sponsors[0] ?? '', body, at, key),
      };
    });
}
