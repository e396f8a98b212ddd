import { instant, memberId } from '@tavolo/kernel';
import { startProcedure, type AutoRegulationProcedure, type Composition } from '../../src/index.js';
import { charterRules } from '../charters.js';
import { Walk } from '../walk.js';
import { sinceLatest, textSince } from './canonical.js';
import { type Alphabet, type SmallTable } from './mode-check.js';
import { latestOf, nextText, peopleOf, roles, smallSeat } from './small-tables.js';

/** Three subjects of two sectors: two organisations and a citizen for herself. The charter needs two of them, of both sectors. */
const table: Composition = {
  seats: [
    smallSeat('town', 'public'),
    smallSeat('coop', 'third_sector'),
    smallSeat('citizen', 'third_sector', { organisation: null }),
    smallSeat('listener', 'market', { right: 'voice' }),
  ],
  roles,
};

const subjects = ['org-town', 'org-coop', 'seat-citizen'] as const;
const written = [{ reason: 'Because.' }, { reason: ' ' }] as const;
const ofEach = subjects.map((subject) => ({ subject }));
const reasoned = subjects.flatMap((subject) => written.map(({ reason }) => ({ subject, reason })));

const alphabet: Alphabet<AutoRegulationProcedure> = {
  'charter.invited': () => [{}],
  'drafting.joined': () => [{}],
  'drafting.consented': (procedure) => [{ textHash: nextText(procedure).textHash }],
  'proposal.frozen': (procedure) => [{ text: nextText(procedure) }],
  'drafting.reopened': () => [{}],
  'signing.opened': () => [{}],
  'signing.extended': () => written,
  'charter.signed': () => subjects.map((subject) => ({ subject, reservations: [] })),
  'charter.declined': () => reasoned,
  'withdrawal.announced': () => reasoned,
  'charter.amendment_accepted': () => ofEach,
  'charter.amendment_dropped': () => written,
  'charter.left': () => reasoned,
  'breach.raised': ({ breaches }) =>
    breaches.length === 0 ? ofEach.map(({ subject }) => ({ subject, reason: 'Because.' })) : [],
  'breach.found': () => [{ breach: 1, finding: 'It is so.' }],
  'exclusion.supported': () => [{ breach: 1 }],
  'charter.commitment_assigned': ({ commitments }) =>
    commitments.length === 0
      ? subjects.map((holder) => ({ holder, clause: 'c1', what: 'A contact', dueOn: '2030-01-31' }))
      : [],
  'charter.reviewed': () => [{ text: 'We looked.' }],
  'dissent.attached': () => [{ text: 'I do not agree.' }],
};

function essence(procedure: AutoRegulationProcedure): unknown {
  const { stage, deadline, signing, amendment, version } = procedure;
  if (stage === 'lapsed') return stage;
  const latest = latestOf(procedure);
  const sorted = <T>(list: readonly T[]): readonly T[] =>
    list.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
  return [
    stage,
    deadline,
    procedure.invited.map(({ id }) => id),
    sorted(procedure.drafting.map(({ subject, textHash }) => [subject, textSince(textHash, latest)])),
    stage === 'signing' && signing?.extensions,
    version !== null && sinceLatest(version, latest),
    procedure.versions.length > 0 && version !== null && procedure.versions.some((one) => one.version < version),
    sorted(procedure.signatures.map(({ subject }) => subject)),
    sorted(procedure.withdrawals.map(({ subject, effectiveAt }) => [subject, effectiveAt])),
    amendment && [sinceLatest(amendment.version, latest), sorted(amendment.accepted)],
    procedure.breaches.map(({ subject, finding, exclusion }) => [subject, finding !== null, sorted(exclusion)]),
    procedure.commitments.length,
  ];
}

const draft = startProcedure({
  rulebook: { ...charterRules, entry: { minSignatories: 2, minSectors: 2 }, reservations: false },
  sponsors: [memberId('coop')],
  now: instant('2026-09-01T08:00:00Z'),
});
const without = (...names: readonly string[]): Alphabet<AutoRegulationProcedure> =>
  Object.fromEntries(Object.entries(alphabet).filter(([name]) => !names.includes(name)));
const people = peopleOf(table, ['town', 'coop', 'citizen', 'listener', 'chair', 'secretary', 'stranger']);

/** In force, signed by all three. */
function inForce(): AutoRegulationProcedure {
  const walk = new Walk(draft, table, draft.since)
    .act('charter.invited', 'coop', {})
    .act('drafting.joined', 'coop', {});
  const text = nextText(walk.procedure);
  walk
    .act('drafting.consented', 'coop', { textHash: text.textHash })
    .act('proposal.frozen', 'chair', { text })
    .act('signing.opened', 'chair', {});
  for (const [member, subject] of [
    ['town', 'org-town'],
    ['coop', 'org-coop'],
    ['citizen', 'seat-citizen'],
  ] as const) {
    walk.act('charter.signed', member, { subject, reservations: [] });
  }
  return walk.procedure;
}

export const charterTables: readonly SmallTable<AutoRegulationProcedure>[] = [
  {
    title: 'three subjects draft, sign, amend and withdraw',
    start: draft,
    table,
    people,
    alphabet: without('breach.raised', 'charter.commitment_assigned'),
    essence,
  },
  {
    title: 'a signatory is accused, and commitments are assigned',
    start: inForce(),
    table,
    people,
    alphabet: without('proposal.frozen'),
    essence,
  },
];
