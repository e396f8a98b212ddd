import { instant, memberId, organisationId, seatId } from '@tavolo/kernel';
import {
  startProcedure,
  type AutoRegulationProcedure,
  type AutoRegulationRulebook,
  type Composition,
  type FrozenText,
  type Seat,
  type Sector,
} from '../src/index.js';
import { Walk } from './walk.js';

/** A charter that needs six signatories from three sectors, as that of the disability table. */
export const charterRules: AutoRegulationRulebook = {
  key: 'RB-DIS-1',
  version: 1,
  adoptedOn: '2026-05-20',
  zone: 'Europe/Rome',
  holidays: { country: 'IT', local: [] },
  mode: 'auto_regulation',
  signingDays: 30,
  signingExtensions: 1,
  entry: { minSignatories: 6, minSectors: 3 },
  reservations: true,
  withdrawalNoticeDays: 60,
  atRiskDays: 30,
  reviewEveryMonths: 12,
};

const seat = (member: string, sector: Sector, organisation: string | null, more: Partial<Seat> = {}): Seat => ({
  id: seatId(`seat-${member}`),
  sector,
  organisation: organisation === null ? null : organisationId(organisation),
  level: 'local',
  right: 'vote',
  assesses: false,
  decidingAuthority: false,
  holder: memberId(member),
  deputy: null,
  ...more,
});

/** Nine subjects of four sectors: eight organisations, one of them with two seats, and an independent citizen. */
export const charterTable: Composition = {
  seats: [
    seat('m04', 'public', 'org-com'),
    seat('m05', 'public', 'org-com'),
    seat('m07', 'public', 'org-asl'),
    seat('m09', 'public', 'org-uni'),
    seat('m22', 'third_sector', 'org-gra', { deputy: memberId('m21') }),
    seat('m24', 'third_sector', 'org-mes'),
    seat('m20', 'third_sector', 'org-pas'),
    seat('m26', 'market', 'org-far'),
    seat('m28', 'market', 'org-bus'),
    seat('m32', 'citizens', null),
    seat('m37', 'citizens', null, { right: 'voice' }),
  ],
  roles: [
    { role: 'facilitator', member: memberId('m40') },
    { role: 'secretary', member: memberId('m41') },
    { role: 'guarantor', member: memberId('m42') },
  ],
};

/** For whom each member signs. */
export const speaksFor: Readonly<Record<string, string>> = {
  m04: 'org-com',
  m07: 'org-asl',
  m09: 'org-uni',
  m22: 'org-gra',
  m24: 'org-mes',
  m20: 'org-pas',
  m26: 'org-far',
  m28: 'org-bus',
  m32: 'seat-m32',
};

export const charterText = (version: number): FrozenText => ({
  version,
  textHash: `text-${version}`,
  stateHash: `state-${version}`,
  clauses: ['c1', 'c2', 'c3'],
  at: instant('2026-09-25T10:00:00Z'),
});

/** A charter in draft, sponsored by m22. */
export const charterDraft = (rules = charterRules): Walk<AutoRegulationProcedure> => {
  const now = instant('2026-09-01T08:00:00Z');
  const procedure = startProcedure({ rulebook: rules, sponsors: [memberId('m22')], now });
  return new Walk(procedure, charterTable, now);
};

/** Drafted by m22 and m07, frozen, and open for signing from 30 September. */
export const charterSigning = (rules = charterRules): Walk<AutoRegulationProcedure> => {
  const walk = charterDraft(rules).act('charter.invited', 'm22', {});
  for (const member of ['m22', 'm07']) walk.act('drafting.joined', member, {});
  for (const member of ['m22', 'm07']) walk.act('drafting.consented', member, { textHash: 'text-1' });
  return walk
    .act('proposal.frozen', 'm40', { text: charterText(1) })
    .at('2026-09-30T08:00:00Z')
    .act('signing.opened', 'm40', {});
};

export const sign = (walk: Walk<AutoRegulationProcedure>, ...members: readonly string[]): typeof walk => {
  for (const member of members)
    walk.act('charter.signed', member, { subject: speaksFor[member] ?? member, reservations: [] });
  return walk;
};

/** In force with exactly the six signatories that it needs. */
export const charterInForce = (rules = charterRules): Walk<AutoRegulationProcedure> =>
  sign(charterSigning(rules).at('2026-10-05T08:00:00Z'), 'm22', 'm24', 'm04', 'm32', 'm20', 'm07');
