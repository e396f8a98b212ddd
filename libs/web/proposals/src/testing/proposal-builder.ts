import { type MeAtTable, type ProposalView, type SeatView } from '@tavolo/contracts';
import {
  startProcedure,
  step,
  type AutoAdministrationProcedure,
  type AutoAdministrationRulebook,
  type AutoRegulationProcedure,
  type AutoRegulationRulebook,
  type ConsultationProcedure,
  type ConsultationRulebook,
  type MandateStanding,
  type PlanningProcedure,
  type PlanningRulebook,
  type Procedure,
  type ProcedureAct,
} from '@tavolo/governance';
import { instant, memberId } from '@tavolo/kernel';
import { compositionOf } from '@tavolo/contracts';
import { seat } from '@tavolo/web-ui/testing';
import { actorOf } from '../page/standing.js';

/** Far from the day on which the tests run: what is due follows from these values alone. */
export const now = instant('2096-09-04T08:00:00.000Z');

const seats: readonly SeatView[] = [
  seat(1, 'public', { organisation: { id: 'o1', key: 'town', name: { en: 'The town' } }, decidingAuthority: true }),
  seat(2, 'third_sector', { deputy: { member: 'm7', name: 'Deputy 7', title: null } }),
  seat(3, 'citizens'),
  seat(4, 'citizens', { right: 'voice' }),
];
const roles: ProposalView['roles'] = [
  { role: 'facilitator', holder: { member: 'm8', name: 'Facilitator 8', title: null } },
  { role: 'guarantor', holder: { member: 'm10', name: 'Guarantor 10', title: null } },
];

const half = { fraction: '1/2', strict: true } as const;
const head = { key: 'RB-1', version: 1, adoptedOn: '2096-09-01', zone: 'Europe/Rome' } as const;
const holidays = { country: 'IT', local: [] } as const;

const planningRules: PlanningRulebook = {
  ...head,
  holidays,
  mode: 'planning',
  parties: ['public', 'third_sector', 'citizens'],
  quorum: { overall: half, emptySector: 'block' },
  decision: { first: 'ballot', base: 'cast', threshold: half, concurrence: ['public', 'third_sector', 'citizens'] },
  hold: null,
  maxReferBack: 1,
  mediationDays: 15,
  negotiationDays: 120,
  ratificationDays: 15,
  maxConsentRounds: 2,
  ratifyingOrgan: null,
};

const consultationRules: ConsultationRulebook = {
  ...head,
  holidays,
  mode: 'consultation',
  windowDaysMin: 20,
  urgentWindowDaysMin: 10,
  extension: { days: 10, times: 1, belowSeats: '1/2', ifSectorSilent: true },
  replyDays: 30,
  lapseDays: 60,
  deviationStatementMinChars: 200,
};

const charterRules: AutoRegulationRulebook = {
  ...head,
  holidays,
  mode: 'auto_regulation',
  signingDays: 30,
  signingExtensions: 1,
  entry: { minSignatories: 2, minSectors: 2 },
  reservations: true,
  withdrawalNoticeDays: 60,
  atRiskDays: 30,
  reviewEveryMonths: 12,
};

const decisionRules: AutoAdministrationRulebook = {
  ...head,
  holidays,
  mode: 'auto_administration',
  quorum: { overall: half, emptySector: 'block' },
  ordinary: { base: 'cast', threshold: half },
  spending: { base: 'eligible', threshold: half },
  standstillDays: 10,
};

/** An active mandate of the third sector and the citizens: 40,000 euro, at most 8,000 by one decision. */
const mandate: MandateStanding = {
  key: 'MD-9',
  state: 'active',
  startsAt: null,
  suspendsAt: null,
  suspensions: [],
  expiresAt: instant('2097-06-30T22:00:00.000Z'),
  endedAt: null,
  holders: ['third_sector', 'citizens'],
  scope: ['access'],
  expenseTypes: ['current'],
  exclusions: ['fees'],
  perDecision: 800_000,
  budget: 4_000_000,
  left: 2_920_000,
};

/** What a procedure is walked through by: the act, who does it, and what goes with it. */
export type Step = readonly [name: ProcedureAct['name'], member: string, payload?: object];

const text = (version: number) => ({
  version,
  textHash: `text-${version}`,
  stateHash: `state-${version}`,
  clauses: ['c1', 'c2'],
  at: now,
});

const meAs = (member: string | null): MeAtTable => ({
  member,
  seat: seats.find(({ holder, deputy }) => [holder?.member, deputy?.member].includes(member ?? ''))?.id ?? null,
  asDeputy: seats.some(({ deputy }) => deputy?.member === member),
  roles: roles.filter(({ holder }) => holder.member === member).map(({ role }) => role),
  administrator: false,
  seesNames: true,
});

/** Walks a procedure through steps that must all be accepted. */
function walk<P extends Procedure>(start: P, steps: readonly Step[]): P {
  const table = compositionOf({ seats: [...seats], roles });
  return steps.reduce<P>((procedure, [name, member, payload]) => {
    const act = { name, by: actorOf(meAs(member)), table, ...payload } as unknown as ProcedureAct;
    const outcome = step(procedure, act, now);
    if (!outcome.ok) throw new Error(`${name} by ${member} refused: ${JSON.stringify(outcome.refusal)}`);
    return outcome.procedure;
  }, start);
}

const sponsors = [memberId('m2')];

export const planning = (...steps: readonly Step[]): PlanningProcedure =>
  walk(startProcedure({ rulebook: planningRules, sponsors, now }), steps);

export const consultation = (...steps: readonly Step[]): ConsultationProcedure =>
  walk(startProcedure({ rulebook: consultationRules, sponsors: [memberId('m1')], now }), steps);

/** A charter begun by m2; the subjects of the table are the organisation `o1` (m1) and the seats `s2` (m2) and `s3` (m3). */
export const charter = (...steps: readonly Step[]): AutoRegulationProcedure =>
  walk(startProcedure({ rulebook: charterRules, sponsors, now }), steps);

/** A decision of m2 under the mandate; m2 and m3 hold it. */
export const decision = (...steps: readonly Step[]): AutoAdministrationProcedure =>
  walk(startProcedure({ rulebook: decisionRules, sponsors, now, mandate }), steps);

/** Handed in with what it spends, in cents. */
export const handedIn = (amount: number): Step => {
  const terms = { amount, area: 'access', expenseType: 'current', exclusions: [], beneficiaries: [] };
  return ['decision.submitted', 'm2', { terms, text: text(1), mandate }];
};

/** Handed in with 8,000 euro, adopted by m2 and m3, and standing still. */
export const adoptedByHolders: readonly Step[] = [
  handedIn(800_000),
  ['vote.opened', 'm8', { key: 'B-1', closesAt: null, presence: null, mandate }],
  ...['m2', 'm3'].map((member): Step => ['vote.cast', member, { ballot: 'B-1', choice: 'yes' }]),
  ['vote.closed', 'm8', { ballot: 'B-1', reason: null }],
];

/** Drafted by the seat of m2 alone and open for signing. */
export const signing: readonly Step[] = [
  ['charter.invited', 'm2'],
  ['drafting.joined', 'm2'],
  ['drafting.consented', 'm2', { textHash: 'text-1' }],
  ['proposal.frozen', 'm2', { text: text(1) }],
  ['signing.opened', 'm8'],
];
/** That a subject signs. */
export const signed = (member: string, subject: string, reservations: readonly object[] = []): Step => [
  'charter.signed',
  member,
  { subject, reservations },
];
/** In force with the signatures of the town and of seat 2. */
export const inForce: readonly Step[] = [...signing, signed('m1', 'o1'), signed('m2', 's2')];

export const negotiated: readonly Step[] = [
  ['proposal.submitted', 'm2'],
  ['negotiation.opened', 'm8'],
];
/** An open ballot on a settled text. */
export const balloted: readonly Step[] = [
  ...negotiated,
  ...['m8', 'm1', 'm2', 'm3'].map((member): Step => ['settlement.confirmed', member, { textHash: 'text-1' }]),
  ['proposal.settled', 'm3', { text: text(1) }],
  ['vote.opened', 'm8', { key: 'B-1', closesAt: null, presence: null }],
];
/** A proposal that the table has adopted by that ballot. */
export const agreed = (): PlanningProcedure =>
  planning(
    ...balloted,
    ...['m1', 'm2', 'm3'].map((member): Step => ['vote.cast', member, { ballot: 'B-1', choice: 'yes' }]),
    ['vote.closed', 'm8', { ballot: 'B-1', reason: null }],
  );
export const consulted: readonly Step[] = [
  ['consultation.opened', 'm1', { closesOn: '2096-10-10', urgentReason: null, text: text(1) }],
];

/** The page's data for somebody at the table; `null` for a visitor. */
export const proposalView = (procedure: Procedure, member: string | null = null): ProposalView => ({
  key: 'P-1',
  kind: procedure.mode === 'consultation' ? 'consultation' : 'proposal',
  title: { en: 'A proposal' },
  origin: 'third_sector',
  mode: procedure.mode,
  stage: procedure.stage,
  deadline: procedure.deadline,
  version: procedure.versions.length,
  changedAt: now,
  deviation: false,
  table: { key: 'T-1', name: { en: 'A table' }, mode: procedure.mode, visibility: 'public' },
  sponsors: [...procedure.sponsors],
  procedure,
  seats: [...seats],
  roles,
  me: meAs(member),
  formerMembers: [],
  organisations: [],
  versions: [],
  amendments: [],
  document: { id: 'd1', language: 'en', right: 'none', frozen: true },
  revision: 1,
  now,
});
