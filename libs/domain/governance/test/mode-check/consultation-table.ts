import { instant, plusMillis } from '@tavolo/kernel';
import { startProcedure, type Composition, type ConsultationProcedure } from '../../src/index.js';
import { elderlyRules } from '../tables.js';
import { sinceLatest } from './canonical.js';
import { type Alphabet, type SmallTable } from './mode-check.js';
import { latestOf, nextText, peopleOf, roles, smallSeat } from './small-tables.js';

/** Two sectors with one assessing seat each; the institution decides, a further seat is not asked. */
const table: Composition = {
  seats: [
    smallSeat('institution', 'public', { right: 'voice', decidingAuthority: true }),
    smallSeat('coop', 'third_sector', { assesses: true }),
    smallSeat('citizen', 'citizens', { assesses: true }),
    smallSeat('unasked', 'market'),
  ],
  roles,
};

const day = 86_400_000;
const written = [{ reason: 'Because.' }, { reason: ' ' }] as const;
const long = 'Because it is so, and it was weighed. '.repeat(6);
const keys = ({ assessments }: ConsultationProcedure) => assessments.map(({ key }) => key);

const alphabet: Alphabet<ConsultationProcedure> = {
  'proposal.frozen': (procedure) => [{ text: nextText(procedure) }],
  'consultation.opened': (procedure, now) =>
    [
      { days: 5, urgentReason: 'The tender closes.' },
      { days: 8, urgentReason: null },
      { days: 8, urgentReason: 'The tender closes.' },
      { days: 22, urgentReason: null },
    ].map(({ days, urgentReason }) => ({
      closesOn: plusMillis(now, days * day).slice(0, 10),
      urgentReason,
      text: nextText(procedure),
    })),
  'interest.declared': () => [{ interest: 'We deliver the meals.' }],
  'assessment.submitted': (procedure) =>
    (
      [
        ['favourable', null],
        ['conditional', 'Because.'],
        ['contrary', 'Because.'],
        ['contrary', null],
      ] as const
    ).map(([position, reason]) => ({
      key: `AS-${keys(procedure).length + 1}`,
      position,
      clause: null,
      reason,
      condition: null,
    })),
  'reply.published': (procedure) =>
    keys(procedure).flatMap((key) => [
      { key: `RE-${key}`, assessments: [key], outcome: 'accepted' as const, reason: null },
      { key: `RE-${key}`, assessments: [key], outcome: 'not_accepted' as const, reason: 'Because.' },
      { key: `RE-${key}`, assessments: [key], outcome: 'not_accepted' as const, reason: null },
    ]),
  'decision.recorded': (procedure) => {
    const version = latestOf(procedure);
    return ([null, 'Too short.', long] as const).flatMap((statement) => [
      { outcome: 'adopted' as const, statement, version: null },
      { outcome: 'not_adopted' as const, statement, version: null },
      { outcome: 'adopted_with_changes' as const, statement, version },
    ]);
  },
  'consultation.followed_up': () => [{ text: 'It is done.' }],
  'consultation.withdrawn': () => written,
  'dissent.attached': () => [{ text: 'I do not agree.' }],
};

function essence(procedure: ConsultationProcedure): unknown {
  const { stage, deadline, window, extension, entitled, replyDue } = procedure;
  if (['decided', 'followed_up', 'lapsed', 'withdrawn'].includes(stage)) return stage;
  const outcomeOf = (key: string) => procedure.replies.find(({ assessments }) => assessments.includes(key))?.outcome;
  return [
    stage,
    deadline,
    replyDue,
    window && window.urgentReason !== null,
    extension?.n,
    entitled.length,
    procedure.assessments.map(({ key, seat, position }) => [seat, position, outcomeOf(key)]),
    procedure.versions.slice(-1).map(({ version }) => sinceLatest(version, latestOf(procedure))),
  ];
}

export const consultationTables: readonly SmallTable<ConsultationProcedure>[] = [
  {
    title: 'two seats of two sectors are asked',
    start: startProcedure({ rulebook: elderlyRules, sponsors: [], now: instant('2026-11-09T08:30:00Z') }),
    table,
    people: peopleOf(table, ['institution', 'coop', 'citizen', 'unasked', 'chair', 'secretary', 'stranger']),
    alphabet,
    essence,
  },
];
