import { instant, memberId, plusMillis, type Instant } from '@tavolo/kernel';
import {
  closingTimes,
  failedBallot,
  startProcedure,
  withStanding,
  type AutoAdministrationProcedure,
  type Composition,
} from '../../src/index.js';
import { secondCallFrom } from '../../src/ballots/second-call.js';
import { mandateRules, spending, standing } from '../mandates.js';
import { sinceLatest } from './canonical.js';
import { type Alphabet, type SmallTable } from './mode-check.js';
import { latestOf, nextText, peopleOf, roles, smallSeat } from './small-tables.js';

type Decision = AutoAdministrationProcedure;

/** Two holders of two organisations; the institution and the market have a voice. */
const table: Composition = {
  seats: [
    smallSeat('coop', 'third_sector'),
    smallSeat('citizen', 'citizens', { organisation: null }),
    smallSeat('institution', 'public', { right: 'voice', decidingAuthority: true }),
    smallSeat('firm', 'market'),
  ],
  roles,
};

const hour = 3_600_000;
const written = [{ reason: 'Because.' }, { reason: ' ' }] as const;
const running = ({ ballots }: Decision) => ballots.find(({ state }) => state === 'open' || state === 'suspended');
const key = (procedure: Decision): string => running(procedure)?.key ?? procedure.ballots.at(-1)?.key ?? 'B-0';

const alphabet: Alphabet<Decision> = {
  'decision.submitted': (procedure) =>
    [spending(0), spending(800_000), spending(800_001), spending(0, { area: 'elsewhere' })].map((terms) => ({
      terms,
      text: nextText(procedure),
      mandate: procedure.mandate,
    })),
  'decision.reopened': () => [{}],
  'decision.withdrawn': () => written,
  'vote.opened': ({ ballots, mandate }, now) =>
    [null, plusMillis(closingTimes(now).from, hour)].map((closesAt) => ({
      ...{ key: `B-${ballots.length + 1}`, closesAt, presence: null, mandate },
    })),
  'vote.cast': (procedure) => [
    { ballot: key(procedure), choice: 'yes' },
    { ballot: key(procedure), choice: 'abstain' },
    { ballot: key(procedure), choice: 'no' },
  ],
  'ballot.early_closing_requested': (procedure) => [{ ballot: key(procedure), reason: 'All have left.' }],
  'vote.closed': (procedure) => [{ ballot: key(procedure), reason: 'All have left.' }],
  'seat.recused': () => [{ reason: 'I work there.' }],
  'decision.called_in': ({ callIns }) =>
    callIns.length < 2
      ? [
          { ground: 'unlawful', reason: 'It is.' },
          { ground: 'unlawful', reason: ' ' },
          { ground: 'merit', reason: 'We would not.' },
        ]
      : [],
  'decision.insisted': () => written,
  'call_in.ruled': () => [
    { upheld: true, reason: 'It is.' },
    { upheld: false, reason: 'It is not.' },
    { upheld: true, reason: ' ' },
  ],
  'decision.noted': () => [{ text: 'We buy it.' }],
  'decision.reported': () => [{ report: 1 }],
  'institution.answered': () => [{ outcome: 'not_adopted', reason: 'No.' }],
  'dissent.attached': () => [{ text: 'I do not agree.' }],
};

function essence(procedure: Decision): unknown {
  const { stage, deadline, adoption, mandate, callIns, recusals } = procedure;
  if (['reported', 'annulled', 'withdrawn', 'closed'].includes(stage)) return stage;
  const latest = latestOf(procedure);
  const ballot = running(procedure);
  return [
    stage,
    deadline,
    stage === 'standstill' || stage === 'called_in' ? adoption?.until : null,
    procedure.submissions.slice(-1).map(({ terms }) => terms.amount),
    ballot && [
      ballot.call,
      ballot.electorate.map(({ seat }) => seat),
      ballot.closesAt,
      ballot.earlyClosing?.by,
      Object.entries(ballot.votes)
        .map(([seat, { choice }]) => [seat, choice])
        .toSorted(),
    ],
    failedBallot(procedure) && secondCallFrom(procedure),
    callIns.map(({ version, answer }) => [sinceLatest(version, latest), answer?.kind]),
    recusals.map(({ member }) => member).toSorted(),
    mandate.suspensions.length,
    [mandate.expiresAt, mandate.endedAt],
  ];
}

/** The mandate is suspended once, or revoked. */
const ofTheMandate = (procedure: Decision, now: Instant) => {
  const { mandate } = procedure;
  if (mandate.endedAt !== null || mandate.suspensions.length > 0) return [];
  return [
    { ...mandate, state: 'suspended' as const, suspensions: [{ from: now, until: null }] },
    { ...mandate, state: 'revoked' as const, endedAt: now },
  ].map((told) => ({ procedure: withStanding(procedure, told), consequences: [] }));
};

export const decisionTables: readonly SmallTable<Decision>[] = [
  {
    title: 'two holders decide, the institution calls in, the mandate is suspended, revoked or expires',
    start: startProcedure({
      rulebook: mandateRules,
      sponsors: [memberId('coop')],
      now: instant('2026-11-24T08:00:00Z'),
      mandate: standing({ suspendsAt: null }),
    }),
    table,
    people: peopleOf(table, ['coop', 'citizen', 'institution', 'firm', 'chair', 'secretary', 'guarantor', 'stranger']),
    alphabet,
    happenings: ofTheMandate,
    moments: (procedure) => {
      const from = secondCallFrom(procedure);
      return from === null ? [] : [from];
    },
    essence,
  },
];
