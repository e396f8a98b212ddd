import { type AutoRegulationProcedure } from '../../src/index.js';
import { charterTables } from './charter-table.js';
import { accepting, inventingReasons, withClock, withoutGuard, withRow } from './mistakes.js';
import { isAct, type Forbidden, type ModeCheck, type Move, type Way } from './mode-check.js';

type Charter = AutoRegulationProcedure;

const blank = (text: string | null): boolean => (text ?? '').trim() === '';
const binding: readonly Charter['stage'][] = ['in_force', 'amended', 'at_risk'];
const signed = ({ signatures }: Charter): readonly string[] => signatures.map(({ subject }) => subject);
const speaksFor: Readonly<Record<string, string>> = { town: 'org-town', coop: 'org-coop', citizen: 'seat-citizen' };
const forItself = ['charter.signed', 'charter.declined', 'withdrawal.announced', 'charter.left'] as const;
const reasoned = ['withdrawal.announced', 'charter.left', 'charter.declined', 'signing.extended'] as const;
const gone = ({ before, after }: Move<Charter>): readonly string[] =>
  after.stage === 'drafting' ? [] : signed(before).filter((subject) => !signed(after).includes(subject));
const withSignature =
  (subject: string) =>
  (procedure: Charter): Charter => ({
    ...procedure,
    signatures: procedure.signatures.map((one) => ({ ...one, subject })),
  });

const forbidden: readonly Forbidden<Charter>[] = [
  {
    what: 'somebody signs, declines, withdraws or leaves for another',
    done: ({ act }) => isAct(act, ...forItself) && speaksFor[act.by.member] !== act.subject,
    mistake: accepting('charter.signed'),
  },
  {
    what: 'a non-signatory is bound by a commitment or by a version',
    done: ({ before, after, act }) =>
      (isAct(act, 'charter.commitment_assigned') && !signed(before).includes(act.holder)) ||
      (act === null && signed(after).some((subject) => !signed(before).includes(subject))),
    mistake: accepting('charter.commitment_assigned'),
  },
  {
    what: 'it enters into force before enough have signed, from enough sectors',
    done: ({ before, after }) =>
      !binding.includes(before.stage) &&
      binding.includes(after.stage) &&
      (after.signatures.length < 2 || new Set(after.signatures.map(({ sector }) => sector)).size < 2),
    mistake: accepting('charter.signed', (procedure: Charter) => ({ ...procedure, stage: 'in_force' })),
  },
  {
    what: 'it stays in force with fewer, and nobody is told of the risk',
    done: ({ after }) =>
      (after.stage === 'in_force' || after.stage === 'amended') &&
      (after.signatures.length < 2 || new Set(after.signatures.map(({ sector }) => sector)).size < 2),
    mistake: accepting('charter.left', (procedure: Charter) => ({ ...procedure, signatures: [] })),
  },
  {
    what: 'it is frozen without the consent of the whole drafting group',
    done: ({ before, act }) =>
      isAct(act, 'proposal.frozen') &&
      before.stage === 'drafting' &&
      before.drafting.some(({ textHash }) => textHash !== act.text.textHash),
    mistake: accepting('proposal.frozen', (procedure: Charter) => ({ ...procedure, stage: 'frozen' })),
  },
  {
    what: 'an amendment binds before all signatories have accepted it',
    done: ({ before, after }) =>
      before.amendment !== null &&
      after.version === before.amendment.version &&
      after.version !== before.version &&
      after.signatures.some(
        ({ subject }) => !before.amendment?.accepted.includes(subject) && subject !== acceptedNow(before, after),
      ),
    mistake: accepting('charter.amendment_accepted', (procedure: Charter) => ({
      ...procedure,
      version: procedure.amendment?.version ?? null,
    })),
  },
  {
    what: 'a signatory is gone that neither withdrew, left nor was excluded',
    done: (move) => gone(move).some((subject) => !move.after.former.some((one) => one.subject === subject)),
    mistake: accepting('charter.declined', withSignature('nobody')),
  },
  {
    what: 'a withdrawal takes effect before its notice of 60 days is over',
    done: ({ before, after, now }) =>
      after.former.slice(before.former.length).some(({ how, subject, at }) => {
        const announced = before.withdrawals.find((one) => one.subject === subject)?.at ?? now;
        return how === 'withdrawn' && Date.parse(at) - Date.parse(announced) < 59 * 86_400_000;
      }),
    mistake: accepting('withdrawal.announced', (procedure: Charter, { subject, reason }, now) => ({
      ...procedure,
      withdrawals: [{ subject, reason, at: now, effectiveAt: now }],
    })),
  },
  {
    what: 'somebody is excluded without a published finding, or not by all others',
    done: (move) => {
      const { before, act, after } = move;
      if (!isAct(act, 'exclusion.supported')) return false;
      const [breach] = before.breaches;
      const others = signed(before).filter((subject) => subject !== breach?.subject);
      const given = [...(breach?.exclusion ?? []), speaksFor[act.by.member]];
      return gone({ ...move, after }).length > 0 && (!breach?.finding || others.some((one) => !given.includes(one)));
    },
    mistake: accepting('exclusion.supported', (procedure: Charter) => ({ ...procedure, signatures: [] })),
  },
  {
    what: 'the accused supports her own exclusion, or somebody accuses herself',
    done: ({ before, act }) =>
      (isAct(act, 'exclusion.supported') && before.breaches[0]?.subject === speaksFor[act.by.member]) ||
      (isAct(act, 'breach.raised') && act.subject === speaksFor[act.by.member]),
    mistake: accepting('exclusion.supported'),
  },
  {
    what: 'somebody who was not invited drafts',
    done: ({ after }) => after.drafting.some(({ subject }) => !after.invited.some(({ id }) => id === subject)),
    mistake: (mode) =>
      withRow<Charter>('drafting.joined', { who: ['seat'] })(withoutGuard<Charter>('drafting.joined')(mode)),
  },
  {
    what: 'a frozen text is written on',
    done: ({ after, table }, { writingRefused }) =>
      (['frozen', 'signing', 'lapsed', 'not_in_force'].includes(after.stage) || after.amendment !== null) &&
      (charterTables[0]?.people ?? []).some((actor) => writingRefused(after, actor, table) === null),
    mistake: (mode) => ({ ...mode, writingRefused: () => null }),
  },
  {
    what: 'silence signs, or extends the time of signing',
    done: ({ how, before, after }) =>
      how === 'clock' &&
      (after.signatures.length > before.signatures.length ||
        (after.signing?.extensions ?? 0) > (before.signing?.extensions ?? 0)),
    mistake: withClock<Charter>(
      ({ stage, deadline }) => (stage === 'signing' ? deadline : null),
      (procedure) => ({
        procedure: {
          ...procedure,
          deadline: null,
          signing: procedure.signing && { ...procedure.signing, extensions: 5 },
        },
        consequences: [],
      }),
    ),
  },
  {
    what: 'signing is extended twice',
    done: ({ after }) => (after.signing?.extensions ?? 0) > 1,
    mistake: withoutGuard('signing.extended'),
  },
  {
    what: 'somebody withdraws, leaves or declines, or signing is extended, without a reason',
    done: ({ act }) => isAct(act, ...reasoned) && blank(act.reason),
    mistake: inventingReasons('signing.extended'),
  },
];

/** Who has accepted in this very move: the one signatory that completes the amendment. */
function acceptedNow(before: Charter, after: Charter): string | undefined {
  const missing = signed(after).filter((subject) => !before.amendment?.accepted.includes(subject));
  return missing.length === 1 ? missing[0] : undefined;
}

const ways: readonly Way<Charter>[] = [
  { from: 'signing', to: 'in_force', by: 'charter.signed' },
  { from: 'signing', to: 'not_in_force', by: 'charter.not_in_force', how: 'clock' },
  { from: 'not_in_force', to: 'drafting', by: 'drafting.reopened' },
  { from: 'frozen', to: 'drafting', by: 'drafting.reopened' },
  { from: 'in_force', to: 'amended', by: 'charter.amendment_accepted' },
  { from: 'in_force', to: 'amended', by: 'charter.left' },
  { from: 'in_force', to: 'at_risk', by: 'charter.left' },
  { from: 'in_force', to: 'at_risk', by: 'exclusion.supported' },
  { from: 'in_force', to: 'at_risk', by: 'charter.at_risk', how: 'clock' },
  { from: 'amended', to: 'at_risk', by: 'charter.at_risk', how: 'clock' },
  { from: 'at_risk', to: 'in_force', by: 'charter.signed' },
  { from: 'at_risk', to: 'amended', by: 'charter.signed' },
  { from: 'at_risk', to: 'lapsed', by: 'charter.lapsed', how: 'clock' },
];

/** Auto-regulation as the document has it. */
export const charterCheck: ModeCheck<Charter> = { tables: charterTables, finals: ['lapsed'], ways, forbidden };
