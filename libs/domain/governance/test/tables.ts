import { memberId, organisationId, seatId, type MemberId } from '@tavolo/kernel';
import {
  type Actor,
  type Composition,
  type ConsultationRulebook,
  type PlanningRulebook,
  type Seat,
  type Sector,
} from '../src/index.js';

const head = { version: 1, adoptedOn: '2026-09-01', zone: 'Europe/Rome' } as const;
const holidays = { country: 'IT', local: [] } as const;
const half = { fraction: '1/2', strict: true } as const;

/** Planning between three parties, with quorum and concurrence of each. */
export const familyRules: PlanningRulebook = {
  ...head,
  key: 'RB-FAM-2',
  version: 2,
  holidays,
  mode: 'planning',
  parties: ['public', 'third_sector', 'citizens'],
  quorum: {
    overall: half,
    perSector: { fraction: '1/3', min: 1 },
    secondCall: { afterDays: 1, overall: { fraction: '1/3', strict: false }, perSectorMin: 1 },
    emptySector: 'block',
  },
  decision: { first: 'consent', base: 'cast', threshold: half, concurrence: ['public', 'third_sector', 'citizens'] },
  hold: { need: '2/3', days: 15, perProposal: 1 },
  maxReferBack: 1,
  mediationDays: 15,
  negotiationDays: 120,
  ratificationDays: 15,
  maxConsentRounds: 2,
  ratifyingOrgan: null,
};

/** The same, with the act reserved to an organ. */
export const reservedRules: PlanningRulebook = {
  ...familyRules,
  ratifyingOrgan: { name: { en: 'Assembly of Mayors', it: 'Assemblea dei Sindaci' }, days: 60 },
};

export const elderlyRules: ConsultationRulebook = {
  ...head,
  key: 'RB-ELD-1',
  holidays,
  mode: 'consultation',
  windowDaysMin: 20,
  urgentWindowDaysMin: 7,
  extension: { days: 10, times: 1, belowSeats: '1/2', ifSectorSilent: true },
  replyDays: 30,
  lapseDays: 60,
  deviationStatementMinChars: 200,
};

function seat(member: string, sector: Sector, more: Partial<Seat> = {}): Seat {
  return {
    id: seatId(`seat-${member}`),
    sector,
    organisation: organisationId(`org-${sector}`),
    level: 'local',
    right: 'vote',
    assesses: false,
    decidingAuthority: false,
    holder: memberId(member),
    deputy: null,
    ...more,
  };
}

const roles: Composition['roles'] = [
  { role: 'facilitator', member: memberId('m40') },
  { role: 'secretary', member: memberId('m41') },
  { role: 'guarantor', member: memberId('m42') },
  { role: 'coordinator', member: memberId('m43') },
];

/** 12 voting seats: public 4, third sector 5, citizens 3; the market has a voice; one more seat is vacant. */
export const familyTable: Composition = {
  seats: [
    ...['m02', 'm04', 'm05', 'm09'].map((member) => seat(member, 'public')),
    seat('m12', 'third_sector', { deputy: memberId('m13') }),
    ...['m14', 'm16', 'm22', 'm24'].map((member) => seat(member, 'third_sector')),
    ...['m30', 'm34', 'm35'].map((member) => seat(member, 'citizens')),
    seat('m26', 'market', { right: 'voice' }),
    seat('vacant', 'citizens', { holder: null }),
  ],
  roles,
};

/** 10 assessing seats: public 1, third sector 4, citizens 3, market 2; m03 sits for the deciding institution. */
export const elderlyTable: Composition = {
  seats: [
    seat('m01', 'public'),
    seat('m03', 'public', { right: 'voice', decidingAuthority: true }),
    seat('m08', 'public', { assesses: true }),
    ...['m14', 'm18', 'm20', 'm25'].map((member) => seat(member, 'third_sector', { assesses: true })),
    ...['m31', 'm32', 'm36'].map((member) => seat(member, 'citizens', { assesses: true })),
    ...['m27', 'm28'].map((member) => seat(member, 'market', { assesses: true })),
  ],
  roles,
};

/** Someone of the table: with her seat if she has one, and her roles. */
export function actorAt({ seats, roles: given }: Composition, member: string): Actor {
  const id: MemberId = memberId(member);
  const mine = seats.find(({ holder, deputy }) => holder === id || deputy === id);
  return {
    member: id,
    seat: mine?.id ?? null,
    roles: given.filter((one) => one.member === id).map(({ role }) => role),
  };
}
