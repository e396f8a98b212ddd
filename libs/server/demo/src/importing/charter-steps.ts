import { type ActName } from '@tavolo/contracts';
import { plusMillis, type Instant } from '@tavolo/kernel';
import { type DemoProposal } from '../demo-data.js';
import { type DemoActs } from './demo-acts.js';
import { localMoment, moment, type DemoScript, type Step } from './step.js';
import { draftStep, textOf, translateStep } from './text-steps.js';

/** What the timeline calls an act of a charter, and how it is performed. */
const acts = {
  'charter.signed': 'charter.signed',
  'charter.declined': 'charter.declined',
  'charter.withdrawal_notice': 'withdrawal.announced',
} as const satisfies Record<string, ActName>;
const isCharterEvent = (type: string): type is keyof typeof acts => type in acts;

const minute = 60_000;

/** A charter of the data: drafted together by the authors of its version, then signed, declined and left as the timeline tells. */
export function charterSteps(script: DemoScript, demo: DemoActs, id: string): Step[] {
  const { data, language } = script;
  const proposal = data.proposals.find((one) => one.id === id);
  const version = proposal?.versions.at(-1);
  const table = data.tables.find((one) => one.id === proposal?.tableId);
  if (!proposal || !version || !table) throw new Error(`the demonstration has no charter ${id}`);
  const [sponsor = ''] = proposal.sponsors;
  const seated = version.by.filter((person) => table.seats.some(({ memberId, vote }) => memberId === person && vote));
  const from = localMoment(version.on, '09:00:00');
  const act = (name: ActName, person: string, minutes: number, body: object = {}): Step => ({
    at: plusMillis(from, minutes * minute),
    run: (scene, at) => scene.act(name, id, person, body, at, `${name}:${person}`),
  });
  return [
    draftStep(script, demo, proposal, version.on, '09:00:00'),
    act('charter.invited', sponsor, 1),
    ...seated.map((person) => act('drafting.joined', person, 2)),
    ...seated.map((person): Step => ({
      at: plusMillis(from, 10 * minute),
      run: async (scene, at) => {
        const textHash = await scene.write(id, proposal.tableId, version.by[0] ?? '', 1, textOf(version, language), at);
        await scene.act('drafting.consented', id, person, { textHash }, at, `consent:${person}`);
      },
    })),
    act('proposal.frozen', sponsor, 30),
    translateStep(script, { ...proposal, versions: [{ ...version, n: 1 }] }, 1, version.on, '09:35:00'),
    act('signing.opened', table.facilitatorId, 40),
    ...data.timeline.flatMap(({ ref, type, actor, at, organisationId }): Step[] => {
      if (ref !== id || organisationId === undefined || !isCharterEvent(type)) return [];
      const reason = reasonOf(proposal, organisationId)?.[language];
      return [eventStep(id, acts[type], actor, moment(at), organisationId, reason)];
    }),
  ];
}

const reasonOf = ({ declined, withdrawals }: DemoProposal, organisation: string): DemoProposal['title'] | undefined =>
  [...declined, ...withdrawals].find(({ organisationId }) => organisationId === organisation)?.reason;

const eventStep = (
  id: string,
  name: ActName,
  actor: string,
  at: Instant,
  organisation: string,
  reason?: string,
): Step => ({
  at,
  run: (scene, now) => {
    const subject = scene.organisation(organisation);
    const body = name === 'charter.signed' ? { subject, reservations: [] } : { subject, reason };
    return scene.act(name, id, actor, body, now, `${name}:${actor}`);
  },
});
