import { instant, memberId, plusMillis, type Instant } from '@tavolo/kernel';
import {
  closingTimes,
  failedBallot,
  startProcedure,
  withPresence,
  type Composition,
  type PlanningProcedure,
  type PlanningRulebook,
  type ProcedureActName,
} from '../../src/index.js';
import { secondCallFrom } from '../../src/ballots/second-call.js';
import { begin } from '../proposals.js';
import { familyRules, reservedRules } from '../tables.js';
import { Walk } from '../walk.js';
import { sinceLatest, textSince } from './canonical.js';
import { type Alphabet, type SmallTable } from './mode-check.js';
import { latestOf, nextText, peopleOf, roles, smallSeat } from './small-tables.js';

/** Two parties of one seat each, one of them with a deputy; the institution has a voice, and answers as the organ. */
export const planningTable: Composition = {
  seats: [
    smallSeat('town', 'public'),
    smallSeat('coop', 'third_sector', { deputy: memberId('deputy') }),
    smallSeat('organ', 'public', { right: 'voice', decidingAuthority: true }),
  ],
  roles,
};

const rules: PlanningRulebook = {
  ...familyRules,
  parties: ['public', 'third_sector'],
  decision: { ...familyRules.decision, first: 'ballot', concurrence: ['public', 'third_sector'] },
};

const hour = 3_600_000;
const running = ({ ballots }: PlanningProcedure) =>
  ballots.find(({ state }) => state === 'open' || state === 'suspended');

const texts = (procedure: PlanningProcedure) => [nextText(procedure), ...procedure.versions.slice(-1)];
const key = (procedure: PlanningProcedure): string => running(procedure)?.key ?? procedure.ballots.at(-1)?.key ?? 'B-0';

const agreement = (answers: boolean) => ({
  kind: 'convention' as const,
  responsibilities: [
    {
      clause: 'c1',
      does: [],
      answers: answers ? (planningTable.seats[0]?.organisation ?? null) : null,
      consulted: [],
      informed: [],
    },
  ],
  commitments: planningTable.seats
    .slice(0, 1)
    .flatMap(({ organisation }) =>
      organisation ? [{ holder: organisation, what: 'A room', dueOn: '2030-01-31', proof: 'Keys' }] : [],
    ),
  measures: [{ what: 'Calls', baseline: '0', target: '20' }],
  reviewOn: '2031-01-01',
});

const written = [{ reason: 'Because.' }, { reason: ' ' }] as const;
const optional = [{ reason: 'Because.' }, { reason: null }] as const;

/** Everything that anybody may do in planning, with the least that it may carry. */
const alphabet: Alphabet<PlanningProcedure> = {
  'proposal.frozen': (procedure) => [{ text: nextText(procedure) }],
  'seat.recused': () => written,
  'dissent.attached': () => [{ text: 'I do not agree.' }],
  'proposal.submitted': () => [{}],
  'proposal.declared_inadmissible': () => written,
  'negotiation.opened': () => [{}],
  'settlement.confirmed': (procedure) => texts(procedure).map(({ textHash }) => ({ textHash })),
  'settlement.withdrawn': () => [{}],
  'proposal.settled': (procedure) => texts(procedure).map((text) => ({ text })),
  'ratification.requested': () => [{ sector: 'public' }, { sector: 'third_sector' }],
  'ratification.given': () => [{}],
  'ratification.refused': () => written,
  'consent_round.opened': () => [{}],
  'consent.given': () => [
    { stand: 'consent', reason: null, change: null },
    { stand: 'objection', reason: 'Too late.', change: 'Open earlier.' },
    { stand: 'objection', reason: 'Too late.', change: null },
  ],
  'consent_round.closed': () => optional,
  'vote.opened': (procedure, now) => {
    const next = { key: `B-${procedure.ballots.length + 1}` };
    return [
      { ...next, closesAt: null, presence: null },
      { ...next, closesAt: plusMillis(closingTimes(now).from, hour), presence: null },
    ];
  },
  'vote.cast': (procedure) => [
    { ballot: key(procedure), choice: 'yes' },
    { ballot: key(procedure), choice: 'no' },
  ],
  'ballot.early_closing_requested': (procedure) => written.map(({ reason }) => ({ ballot: key(procedure), reason })),
  'vote.closed': (procedure) => optional.map(({ reason }) => ({ ballot: key(procedure), reason })),
  'hold.supported': () => written,
  'mediation.closed': () => [{ reason: null }],
  'negotiation.reopened': () => [{}],
  'organ.confirmed': () => [{ reason: null }],
  'organ.refused': () => written,
  'agreement.formalised': () => [agreement(true), agreement(false)],
  'review.opened': () => [{}],
  'proposal.closed': () => optional,
};

/** What still decides: the open ballot or round, and of those that are over only how the last one failed and how many were spent. */
function essence(procedure: PlanningProcedure): unknown {
  const latest = latestOf(procedure);
  const { stage, deadline, negotiationEnds, ratification, mediation, textFrozen, referredBack, lastBallot } = procedure;
  const ballot = running(procedure);
  const round = procedure.consentRounds.find(({ closedAt }) => closedAt === null);
  if (procedure.adoption) return [stage, procedure.organ?.answer];
  // Confirmations of a text fall when it is opened again: until then they decide nothing.
  const confirmations = stage === 'negotiating' || stage === 'mediation' ? procedure.confirmations : [];
  const last = confirmations.at(-1);
  const sorted = <T>(list: readonly T[]): readonly T[] =>
    list.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
  return [
    stage,
    deadline,
    negotiationEnds,
    latest > 0,
    textSince(last?.textHash ?? null, latest),
    sorted(confirmations.map(({ as, by, textHash }) => [as, by, textSince(textHash, latest)])),
    ratification && [ratification.sector, ratification.requestedBy, ratification.until],
    sorted(procedure.ratified),
    round && [sinceLatest(round.version, latest), round.electorate, stands(round.stands)],
    procedure.consentRounds.filter(({ outcome }) => outcome?.verdict === 'objections').length,
    procedure.consentRounds.some((one) => one.version === latest),
    ballot && [
      ballot.call,
      sinceLatest(ballot.version, latest),
      ballot.electorate,
      ballot.presence,
      ballot.state,
      ballot.closesAt,
      ballot.earlyClosing?.by,
      sorted(Object.entries(ballot.votes).map(([seat, { choice, by }]) => [seat, choice, by])),
    ],
    failedBallot(procedure) && secondCallFrom(procedure),
    sorted(procedure.recusals.map(({ member }) => member)),
    sorted(
      procedure.holds.map((hold) => [
        hold.sector,
        sorted(hold.supporters.map(({ seat, by }) => [seat, by])),
        hold.declaredAt !== null,
        hold.until,
      ]),
    ),
    referredBack,
    lastBallot,
    mediation !== null,
    mediation?.until,
    textFrozen,
    procedure.organ?.answer,
  ];
}

const stands = (given: PlanningProcedure['consentRounds'][number]['stands']) =>
  Object.entries(given)
    .map(([seat, { stand, by }]) => [seat, stand, by])
    .toSorted();

/** The alphabet without some acts. */
function without(...names: readonly ProcedureActName[]): Alphabet<PlanningProcedure> {
  return Object.fromEntries(Object.entries(alphabet).filter(([name]) => !names.some((one) => one === name)));
}

const smallTable = (
  title: string,
  start: PlanningProcedure,
  people: readonly string[],
  more: Partial<SmallTable<PlanningProcedure>>,
): SmallTable<PlanningProcedure> => ({
  title,
  start,
  table: planningTable,
  people: peopleOf(planningTable, [...people, 'chair', 'secretary', 'stranger']),
  alphabet,
  moments: (procedure) => {
    const from = secondCallFrom(procedure);
    return from === null ? [] : [from];
  },
  essence,
  ...more,
});

const draftUnder = (differing: Partial<PlanningRulebook>): PlanningProcedure =>
  startProcedure({ rulebook: { ...rules, ...differing }, sponsors: [memberId('coop')], now: instant(begin) });

/** Settled on its first text, as it is after the acts that lead there. */
function settledUnder(differing: Partial<PlanningRulebook>): PlanningProcedure {
  const walk = new Walk(draftUnder(differing), planningTable, instant(begin))
    .act('proposal.submitted', 'coop', {})
    .act('negotiation.opened', 'chair', {});
  const text = nextText(walk.procedure);
  for (const member of ['chair', 'town', 'coop']) walk.act('settlement.confirmed', member, { textHash: text.textHash });
  return walk.act('proposal.settled', 'chair', { text }).procedure;
}

const confirming: readonly ProcedureActName[] = ['settlement.confirmed', 'settlement.withdrawn', 'proposal.settled'];
const asking: readonly ProcedureActName[] = ['ratification.requested', 'ratification.given', 'ratification.refused'];

/** Somebody enters or leaves the room in which a ballot is held. */
const inTheRoom = (procedure: PlanningProcedure, now: Instant) => {
  const presence = running(procedure)?.presence;
  if (!presence) return [];
  return room
    .map((id) => (presence.includes(id) ? presence.filter((one) => one !== id) : [...presence, id]))
    .map((there) => withPresence(procedure, there.toSorted(), now));
};
const room = planningTable.seats.filter(({ right }) => right === 'vote').map(({ id }) => id);

/** A ballot without an announced time. */
const untilClosed: Alphabet<PlanningProcedure>['vote.opened'] = ({ ballots }) => [
  { key: `B-${ballots.length + 1}`, closesAt: null, presence: null },
];

export const planningTables: readonly SmallTable<PlanningProcedure>[] = [
  smallTable(
    'a text is negotiated, put to the vote, referred back and mediated',
    draftUnder({}),
    ['town', 'coop', 'guarantor'],
    {
      alphabet: {
        ...without('seat.recused', 'hold.supported', 'ballot.early_closing_requested', ...asking),
        'vote.opened': untilClosed,
      },
    },
  ),
  smallTable('members leave, ballots are closed early', settledUnder({ maxReferBack: 0 }), ['town', 'coop', 'deputy'], {
    alphabet: without(...confirming, ...asking, 'hold.supported'),
  }),
  smallTable(
    'consent first, an organ answers',
    settledUnder({
      maxReferBack: 0,
      maxConsentRounds: 1,
      decision: { ...rules.decision, first: 'consent' },
      ratifyingOrgan: reservedRules.ratifyingOrgan,
    }),
    ['town', 'coop', 'organ'],
    { alphabet: without(...confirming, ...asking, 'hold.supported', 'ballot.early_closing_requested') },
  ),
  smallTable('benches are asked and declare a hold', settledUnder({ maxReferBack: 0 }), ['town', 'coop', 'guarantor'], {
    alphabet: {
      ...without(...confirming, 'seat.recused', 'ballot.early_closing_requested'),
      'vote.opened': untilClosed,
    },
  }),
  smallTable('in a meeting that people enter and leave', settledUnder({ maxReferBack: 0 }), ['town', 'coop'], {
    alphabet: {
      ...without(...confirming, ...asking, 'hold.supported', 'ballot.early_closing_requested'),
      'vote.opened': ({ ballots }) => [{ key: `B-${ballots.length + 1}`, closesAt: null, presence: room }],
    },
    happenings: inTheRoom,
  }),
];
