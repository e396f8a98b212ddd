import { memberId, plusMillis, type Instant } from '@tavolo/kernel';
import fc from 'fast-check';
import {
  advance,
  possibleActs,
  step,
  type ActPayloads,
  type Composition,
  type Outcome,
  type Procedure,
  type ProcedureAct,
  type ProcedureActName,
} from '../src/index.js';
import {
  ballotOf,
  begin,
  consultationDraft,
  consultationOpen,
  draft,
  everyone,
  openBallot,
  openBallotUntil,
  settled,
  version,
  vote,
} from './proposals.js';
import { charterDraft, charterInForce, charterSigning, charterTable, speaksFor } from './charters.js';
import {
  decisionBallot,
  decisionDraft,
  holders,
  mandateTable,
  spending,
  standing,
  standingStill,
  submitted,
  votedBy,
} from './mandates.js';
import { actorAt, elderlyTable, familyRules, familyTable, reservedRules } from './tables.js';

export const hour = 3_600_000;

/** One thing that somebody tries: numbers that pick the act, the person and what it carries from what there is at that moment. */
interface Attempt {
  readonly act: number;
  readonly member: number;
  readonly payload: number;
  /** Hours that pass before. */
  readonly wait: number;
  /** Anybody does anything, whether it is possible or not. */
  readonly wild: boolean;
}

export interface Case {
  readonly start: Procedure;
  readonly table: Composition;
  readonly people: readonly string[];
  readonly tried: readonly Attempt[];
}

function pick<T>(list: readonly T[], n: number): T {
  const picked = list[n % list.length];
  if (picked === undefined) throw new RangeError('nothing to pick from');
  return picked;
}

const openKey = (procedure: Procedure): string =>
  'ballots' in procedure ? (procedure.ballots.find(({ result }) => result === null)?.key ?? 'B-0') : 'B-0';
const mandatesOf = (procedure: Procedure): number =>
  procedure.mode === 'planning' ? (procedure.mandates?.length ?? 0) : 0;
const nextVersion = ({ versions }: Procedure): number => (versions.at(-1)?.version ?? 0) + 1;
const given = (procedure: Procedure): readonly string[] =>
  procedure.mode === 'consultation' ? procedure.assessments.map(({ key }) => key) : [];

const seatsOf = ({ mode }: Procedure): Composition['seats'] =>
  (mode === 'auto_administration' ? mandateTable : familyTable).seats;

/** The subjects of the charter's table, picked by a number. */
const subjectAt = (n: number): string => pick(Object.values(speaksFor), n);

const standOf = (n: number) => ({
  stand: pick(['consent', 'consent', 'consent', 'stand_aside', 'objection'] as const, n),
  reason: n % 3 === 0 ? null : 'Too late.',
  change: n % 2 === 0 ? null : 'Open earlier.',
});

/** What each act may carry, good and bad, picked by a number. */
const payloads: {
  readonly [Name in ProcedureActName]: (n: number, procedure: Procedure, now: Instant) => ActPayloads[Name];
} = {
  'proposal.frozen': (n, procedure) => ({ text: version(nextVersion(procedure) - (n % 4 === 0 ? 1 : 0), n % 7) }),
  'seat.recused': (n) => ({ reason: n % 5 === 0 ? '' : 'I work there.' }),
  'dissent.attached': () => ({ text: 'I do not agree.' }),
  'proposal.submitted': () => ({}),
  'proposal.declared_inadmissible': (n) => ({ reason: n % 7 === 0 ? 'Not for this table.' : '' }),
  'negotiation.opened': () => ({}),
  'negotiation_round.opened': (n) => ({ clauses: n % 3 === 0 ? [] : [{ id: 'c1', textHash: `c1-${n % 4}` }] }),
  'stand.stated': (n) => ({ clause: `c${(n % 3) + 1}`, textHash: `c-${n % 4}`, ...standOf(n) }),
  'settlement.confirmed': (n, procedure) => ({ textHash: `text-${nextVersion(procedure) + (n % 9 === 0 ? 1 : 0)}` }),
  'settlement.withdrawn': () => ({}),
  'proposal.settled': (n, procedure) => ({ text: version(nextVersion(procedure) + (n % 9 === 0 ? 1 : 0), 2) }),
  'ratification.requested': (n) => ({ sector: pick(['public', 'third_sector', 'citizens'] as const, n) }),
  'ratification.given': () => ({}),
  'ratification.refused': () => ({ reason: 'Too much.' }),
  'consent_round.opened': () => ({}),
  'consent.given': standOf,
  'consent_round.closed': (n) => ({ reason: n % 4 === 0 ? null : 'Time is over.' }),
  'vote.opened': (n, procedure, now) => ({
    key: `B-${'ballots' in procedure ? procedure.ballots.length + (n % 8 === 0 ? 0 : 1) : 1}`,
    closesAt: n % 2 === 0 ? null : plusMillis(now, ((n % 50) - 1) * hour),
    presence:
      n % 3 === 0
        ? seatsOf(procedure)
            .slice(0, 7 + (n % 6))
            .map(({ id }) => id)
        : null,
    ...('mandate' in procedure && { mandate: { ...procedure.mandate, left: pick([4_000_000, 800_000, 100], n) } }),
  }),
  'vote.cast': (n, procedure) => ({
    ballot: openKey(procedure),
    choice: pick(n % 3 === 0 ? (['no', 'abstain'] as const) : (['yes'] as const), n),
  }),
  'vote.closed': (n, procedure) => ({ ballot: openKey(procedure), reason: n % 2 === 0 ? null : 'All have left.' }),
  'ballot.early_closing_requested': (n, procedure) => ({
    ballot: openKey(procedure),
    reason: n % 5 === 0 ? '' : 'All have left.',
  }),
  'hold.supported': () => ({ reason: 'We were not heard.' }),
  'mediation.closed': () => ({ reason: null }),
  'negotiation.reopened': () => ({}),
  'organ.confirmed': () => ({ reason: null }),
  'organ.refused': (n) => ({ reason: n % 2 === 0 ? '' : 'No cover.' }),
  'agreement.formalised': (n, procedure) => {
    const holder = pick(
      familyTable.seats.flatMap(({ organisation }) => organisation ?? []),
      0,
    );
    const clauses = procedure.versions.at(-1)?.clauses ?? [];
    const answers = n % 3 === 0 ? null : holder;
    return {
      kind: 'convention',
      responsibilities: clauses.map((clause) => ({ clause, does: [], answers, consulted: [], informed: [] })),
      commitments: [{ holder: holder, what: 'A room', dueOn: '2028-01-31', proof: 'Keys handed over' }],
      measures: [{ what: 'Calls', baseline: '0', target: '20' }],
      reviewOn: '2031-01-01',
    };
  },
  'review.opened': () => ({}),
  'proposal.closed': () => ({ reason: null }),
  'negotiating_mandate.proposed': (n) => ({
    spokesperson: memberId(pick(everyone, n)),
    deputy: n % 3 === 0 ? null : memberId(pick(everyone, n + 1 - (n % 5 === 0 ? 1 : 0))),
    may: n % 7 === 0 ? '' : 'One flat in the first year.',
    mayNot: 'Give up the choice of flatmates.',
    until: n % 4 === 0 ? '2026-01-01' : '2031-02-28',
  }),
  'negotiating_mandate.supported': (n, procedure) => ({ mandate: mandatesOf(procedure) - (n % 6 === 0 ? 1 : 0) }),
  'negotiating_mandate.end_supported': (n, procedure) => ({
    mandate: mandatesOf(procedure),
    reason: n % 5 === 0 ? ' ' : 'It has been met.',
  }),
  'joint_proposal.submitted': (n) => ({ receiver: `T-${n % 3}`, proposal: `P-${n}` }),
  'consultation.opened': (n, procedure, now) => ({
    closesOn: plusMillis(now, (n % 40) * 24 * hour).slice(0, 10),
    urgentReason: n % 3 === 0 ? 'The tender closes.' : null,
    text: version(nextVersion(procedure), 2),
  }),
  'interest.declared': () => ({ interest: 'We deliver the meals.' }),
  'assessment.submitted': (n, procedure) => ({
    key: `AS-${given(procedure).length + (n % 9)}`,
    position: pick(['favourable', 'conditional', 'contrary', 'none'] as const, n),
    clause: pick([null, null, 'c1', 'c9'], n),
    reason: n % 5 === 0 ? null : 'Because it is so.',
    condition: null,
  }),
  'reply.published': (n, procedure) => ({
    key: `RE-${n % 3}`,
    assessments: given(procedure).filter((_key, index) => n % 3 === 0 || (n + index) % 2 === 0),
    outcome: pick(['accepted', 'not_accepted', 'noted'] as const, n),
    reason: n % 4 === 0 ? null : 'It was weighed.',
  }),
  'decision.recorded': (n) => ({
    outcome: pick(['adopted', 'not_adopted', 'adopted_with_changes'] as const, n),
    statement: n % 2 === 0 ? 'x'.repeat(200) : null,
    version: n % 3 === 2 ? 1 : null,
  }),
  'consultation.followed_up': () => ({ text: 'It is done.' }),
  'consultation.withdrawn': (n) => ({ reason: n % 7 === 0 ? 'No funds.' : '' }),
  'charter.invited': () => ({}),
  'drafting.joined': () => ({}),
  'drafting.consented': (n, procedure) => ({ textHash: `text-${nextVersion(procedure) + (n % 9 === 0 ? 1 : 0)}` }),
  'drafting.reopened': () => ({}),
  'signing.opened': () => ({}),
  'signing.extended': (n) => ({ reason: n % 2 === 0 ? '' : 'Boards meet later.' }),
  'charter.signed': (n) => ({
    subject: subjectAt(n),
    reservations: n % 5 === 0 ? [{ clause: pick(['c1', 'c9'], n), text: 'Not at night.' }] : [],
  }),
  'charter.declined': (n) => ({ subject: subjectAt(n), reason: n % 3 === 0 ? '' : 'Not yet.' }),
  'withdrawal.announced': (n) => ({ subject: subjectAt(n), reason: n % 3 === 0 ? '' : 'We close.' }),
  'charter.amendment_accepted': (n) => ({ subject: subjectAt(n) }),
  'charter.amendment_dropped': (n) => ({ reason: n % 4 === 0 ? 'No hope.' : '' }),
  'charter.left': (n) => ({ subject: subjectAt(n), reason: 'Too strict.' }),
  'breach.raised': (n) => ({ subject: subjectAt(n), reason: 'No contact named.' }),
  'breach.found': (n) => ({ breach: 1 + (n % 2), finding: n % 3 === 0 ? '' : 'It is so.' }),
  'exclusion.supported': (n) => ({ breach: 1 + (n % 2) }),
  'charter.commitment_assigned': (n) => ({
    holder: subjectAt(n),
    clause: pick(['c1', 'c9'], n),
    what: 'Name a contact.',
    dueOn: pick(['2027-01-31', 'soon'], n),
  }),
  'charter.reviewed': () => ({ text: 'We looked.' }),
  'decision.submitted': (n, procedure) => ({
    terms: spending(pick([650_000, 0, 800_000, 800_001], n), { area: n % 9 === 0 ? 'elsewhere' : 'first_access' }),
    text: version(nextVersion(procedure) - (n % 6 === 0 ? 1 : 0), n % 7),
    mandate: 'mandate' in procedure ? procedure.mandate : standing(),
  }),
  'decision.reopened': () => ({}),
  'decision.withdrawn': (n) => ({ reason: n % 3 === 0 ? 'Not needed any more.' : '' }),
  'decision.called_in': (n) => ({
    ground: pick(['unlawful', 'out_of_scope', 'not useful'], n),
    reason: n % 4 === 0 ? '' : 'It is an investment.',
  }),
  'decision.insisted': (n) => ({ reason: n % 4 === 0 ? '' : 'It is a rental.' }),
  'call_in.ruled': (n) => ({ upheld: n % 3 === 0, reason: n % 4 === 0 ? '' : 'It is a rental.' }),
  'decision.noted': () => ({ text: 'A minibus until June.' }),
  'decision.reported': () => ({ report: 1 }),
  'institution.answered': (n) => ({ outcome: 'not_adopted', reason: n % 4 === 0 ? '' : 'No funds.' }),
};

/** Acts that end or undo much: tried less often, so that walks get somewhere. */
const seldom: readonly ProcedureActName[] = [
  'consultation.withdrawn',
  'decision.reopened',
  'decision.withdrawn',
  'dissent.attached',
  'hold.supported',
  'mediation.closed',
  'negotiation.reopened',
  'negotiation_round.opened',
  'proposal.declared_inadmissible',
  'proposal.frozen',
  'ratification.requested',
  'seat.recused',
  'settlement.withdrawn',
  'stand.stated',
];

const attempt = fc.record<Attempt>({
  act: fc.nat({ max: 10_000 }),
  member: fc.nat({ max: 10_000 }),
  payload: fc.nat({ max: 10_000 }),
  wait: fc.oneof({ arbitrary: fc.constant(0), weight: 12 }, { arbitrary: fc.nat({ max: 700 }), weight: 1 }),
  wild: fc.oneof({ arbitrary: fc.constant(false), weight: 9 }, { arbitrary: fc.constant(true), weight: 1 }),
});

const planners = [...everyone, 'm13', 'm26', 'm40', 'm41', 'm42', 'm43'];
const signers = [...Object.keys(speaksFor), 'm05', 'm37', 'm40', 'm41', 'm42'];
const mandated = [...holders, 'm17', 'm01', 'm06', 'm29', 'm40', 'm41', 'm42', 'm43'];
const consulted = ['m03', 'm08', 'm14', 'm18', 'm20', 'm25', 'm31', 'm32', 'm36', 'm27', 'm28', 'm01', 'm40'];

/** Where walks begin: at the very beginning, and where the usual way leads. */
const beginnings: readonly Omit<Case, 'tried'>[] = [
  ...[familyRules, reservedRules].flatMap((rulebook) =>
    [
      draft(rulebook),
      settled(rulebook),
      openBallot(settled(rulebook), 'B-1'),
      openBallot(settled(rulebook).act('seat.recused', 'm13', { reason: 'I work there.' }), 'B-1'),
      settled(rulebook).act('seat.recused', 'm12', { reason: 'I work there.' }).act('consent_round.opened', 'm40', {}),
      ballotOf(settled(rulebook), 'B-1', 'no'),
      vote(openBallot(settled(rulebook), 'B-1'), 'B-1', 'yes', everyone),
      vote(openBallotUntil(settled(rulebook), 'B-1', '2026-09-20T16:00:00Z'), 'B-1', 'yes', everyone.slice(2)),
    ].map(({ procedure }) => ({ start: procedure, table: familyTable, people: planners })),
  ),
  ...[charterDraft(), charterSigning(), charterInForce()].map(({ procedure }) => ({
    start: procedure,
    table: charterTable,
    people: signers,
  })),
  ...[
    decisionDraft(),
    submitted(decisionDraft()),
    decisionBallot(),
    decisionBallot(submitted(decisionDraft(), spending(0)).act('seat.recused', 'm20', { reason: 'I work there.' })),
    votedBy(decisionBallot(), 5),
    standingStill().act('decision.called_in', 'm01', { ground: 'unlawful', reason: 'No tender.' }),
  ].map(({ procedure }) => ({ start: procedure, table: mandateTable, people: mandated })),
  ...[consultationDraft(begin), consultationOpen()].map(({ procedure }) => ({
    start: procedure,
    table: elderlyTable,
    people: consulted,
  })),
];

const casesFrom = (some: readonly Omit<Case, 'tried'>[]): fc.Arbitrary<Case> =>
  fc
    .record({ from: fc.constantFrom(...some), tried: fc.array(attempt, { maxLength: 60, size: 'max' }) })
    .map(({ from, tried }) => ({ ...from, tried }));

/** Random walks through every mode: mostly what is possible, sometimes anything by anybody, with time passing. */
export const anyCase = casesFrom(beginnings);

/** The same through decisions under a mandate alone. */
export const mandateCase = casesFrom(beginnings.filter(({ start }) => start.mode === 'auto_administration'));

/** The same through planning alone. */
export const planningCase = casesFrom(beginnings.filter(({ start }) => start.mode === 'planning'));

/** One act that was tried, at that time, and what came of it; `before` is the procedure as it stood then. */
export interface Tried {
  readonly before: Procedure;
  readonly act: ProcedureAct;
  readonly offered: boolean;
  readonly outcome: Outcome;
  readonly now: Instant;
}

/** Plays a case to its end. */
export function play(
  { start, table, people, tried }: Case,
  visit: (tried: Tried) => void = () => undefined,
): { readonly procedure: Procedure; readonly now: Instant } {
  let [procedure, now] = [start, start.since];
  for (const { act, member, payload, wait, wild } of tried) {
    now = plusMillis(now, wait * hour);
    const before = advance(procedure, now).procedure;
    const options = people.flatMap((one) => {
      const by = actorAt(table, one);
      return possibleActs(before, by, table, now).map(({ act: name, allowed }) => ({ by, name, allowed }));
    });
    const kept = options.filter(({ name, allowed }) => allowed && (payload % 8 === 0 || !seldom.includes(name)));
    const open = wild ? options : kept;
    if (open.length === 0) continue;
    // The act is picked before the person, so that acts of one person are tried as often as acts of many.
    const name = pick([...new Set(open.map((option) => option.name))], act);
    const chosen = pick(
      open.filter((option) => option.name === name),
      member,
    );
    const carried = payloads[name](payload, before, now);
    const tryOut = { name, by: chosen.by, table, ...carried } as unknown as ProcedureAct;
    const outcome = step(procedure, tryOut, now);
    visit({ before, act: tryOut, offered: chosen.allowed, outcome, now });
    if (outcome.ok) procedure = outcome.procedure;
  }
  return { procedure, now };
}
