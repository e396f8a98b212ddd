import { instant, memberId, organisationId, seatId } from '@tavolo/kernel';
import {
  benchRulebook,
  startProcedure,
  type ActPayloads,
  type Composition,
  type PlanningProcedure,
  type Stand,
} from '../src/index.js';
import { version } from './proposals.js';
import { Walk } from './walk.js';

/** Seven organisations of the third sector, each with a seat; m25 is the deputy of m24 and facilitates. */
export const coalition: Composition = {
  seats: ['m12', 'm14', 'm16', 'm18', 'm20', 'm22', 'm24'].map((member) => ({
    id: seatId(`seat-${member}`),
    sector: 'third_sector',
    organisation: organisationId(`org-${member}`),
    level: 'local',
    right: 'vote',
    assesses: false,
    decidingAuthority: false,
    holder: memberId(member),
    deputy: member === 'm24' ? memberId('m25') : null,
  })),
  roles: [
    { role: 'facilitator', member: memberId('m25') },
    { role: 'secretary', member: memberId('m19') },
  ],
};

export const coalitionRules = benchRulebook({
  key: 'RB-COA-1',
  adoptedOn: '2026-07-01',
  zone: 'Europe/Rome',
  holidays: { country: 'IT', local: [] },
  sector: 'third_sector',
});

/** The mandate of scenario O6. */
export const mandate: ActPayloads['negotiating_mandate.proposed'] = {
  spokesperson: memberId('m24'),
  deputy: memberId('m22'),
  may: 'One flat in the first year.',
  mayNot: 'Give up the choice of flatmates.',
  until: '2027-02-28',
};

export const stand = (
  walk: Walk<PlanningProcedure>,
  member: string,
  given: Stand['stand'],
  reason: string | null = null,
  change: string | null = null,
): Walk<PlanningProcedure> => walk.act('consent.given', member, { stand: given, reason, change });

/** The facilitator and one person confirm a text, which freezes. */
export function settleInRoom(walk: Walk<PlanningProcedure>, n: number): Walk<PlanningProcedure> {
  const text = version(n, 2);
  for (const member of ['m25', 'm14']) walk.act('settlement.confirmed', member, { textHash: text.textHash });
  return walk.act('proposal.settled', 'm14', { text });
}

/** P-601, settled as its first version. */
export function jointDraft(): Walk<PlanningProcedure> {
  const now = instant('2026-11-12T19:30:00.000Z');
  const walk = new Walk(startProcedure({ rulebook: coalitionRules, sponsors: [memberId('m24')], now }), coalition, now);
  return settleInRoom(walk.act('proposal.submitted', 'm24', {}).act('negotiation.opened', 'm25', {}), 1);
}

/** The same, adopted by consent; m18 stood aside. */
export function adoptedInRoom(): Walk<PlanningProcedure> {
  const walk = jointDraft().act('consent_round.opened', 'm25', {});
  for (const member of ['m12', 'm14', 'm16', 'm20', 'm22', 'm24']) stand(walk, member, 'consent');
  return stand(walk, 'm18', 'stand_aside');
}
