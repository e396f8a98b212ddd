import { type Fact, type ProposalView } from '@tavolo/contracts';
import {
  type AutoRegulationProcedure,
  type ConsultationProcedure,
  type PlanningProcedure,
  type Procedure,
} from '@tavolo/governance';

/** Somebody who did something: by her seat where the procedure keeps the seat, by those for whom she signs in a charter, else as a member. */
export type Doer = { readonly seat: string } | { readonly member: string } | { readonly subject: string };

type Marks = ReadonlyMap<string, Doer>;

/** What a procedure keeps of one kind of act: for each doing a mark that changes when it is done again, and who did it. */
type MarksOf = (view: ProposalView) => Marks;

const bySeat = (doings: readonly (readonly [mark: string, seat: string])[]): Marks =>
  new Map(doings.map(([mark, seat]) => [mark, { seat }]));

const planningOf = (procedure: Procedure): PlanningProcedure | null =>
  procedure.mode === 'planning' ? procedure : null;
const consultationOf = (procedure: Procedure): ConsultationProcedure | null =>
  procedure.mode === 'consultation' ? procedure : null;

const bySubject = (
  view: ProposalView,
  doings: (charter: AutoRegulationProcedure) => readonly (readonly [mark: string, subject: string])[],
): Marks =>
  view.procedure.mode === 'auto_regulation'
    ? new Map(doings(view.procedure).map(([mark, subject]) => [mark, { subject }]))
    : new Map();

/** Marks of what subjects did at a moment. */
const dated = (doings: readonly { readonly subject: string; readonly at: string }[]) =>
  doings.map(({ subject, at }) => [`${subject} ${at}`, subject] as const);

const confirmations: MarksOf = ({ procedure }) =>
  new Map((planningOf(procedure)?.confirmations ?? []).map(({ by, at }) => [`${by} ${at}`, { member: by }]));

const askedBy = (amendments: ProposalView['amendments']): Marks =>
  new Map(amendments.map(({ key, by }) => [key, { member: by }]));

/** Facts say what happened, not who did it: for these acts the proposal itself says it. */
const kept = {
  'vote.cast': ({ procedure }) =>
    bySeat(
      (planningOf(procedure)?.ballots ?? []).flatMap(({ key, votes }) =>
        Object.entries(votes).map(([seat, { choice, at }]) => [`${key} ${seat} ${choice} ${at}`, seat] as const),
      ),
    ),
  'consent.given': ({ procedure }) =>
    bySeat(
      (planningOf(procedure)?.consentRounds ?? []).flatMap(({ n, stands }) =>
        Object.entries(stands).map(([seat, { at }]) => [`${n} ${seat} ${at}`, seat] as const),
      ),
    ),
  'stand.stated': ({ procedure }) =>
    new Map(
      (planningOf(procedure)?.clauseStands ?? []).map(({ party, clause, by, at }) => [
        `${party} ${clause} ${by} ${at}`,
        { member: by },
      ]),
    ),
  'settlement.confirmed': confirmations,
  'seat.recused': ({ procedure }) =>
    new Map(
      (planningOf(procedure)?.recusals ?? []).map(
        ({ seat, member, at }) =>
          [`${seat} ${member ?? ''} ${at}`, member === undefined ? { seat } : { member }] as const,
      ),
    ),
  'hold.supported': ({ procedure }) =>
    bySeat(
      (planningOf(procedure)?.holds ?? []).flatMap(({ supporters }) =>
        supporters.map(({ seat, at }) => [`${seat} ${at}`, seat] as const),
      ),
    ),
  'assessment.submitted': ({ procedure }) =>
    bySeat((consultationOf(procedure)?.assessments ?? []).map(({ seat, at }) => [`${seat} ${at}`, seat] as const)),
  'interest.declared': ({ procedure }) =>
    bySeat((consultationOf(procedure)?.interests ?? []).map(({ seat, at }) => [`${seat} ${at}`, seat] as const)),
  'dissent.attached': ({ procedure }) =>
    bySeat(procedure.dissents.map(({ seat, at }) => [`${seat} ${at}`, seat] as const)),
  'drafting.joined': (view) => bySubject(view, ({ drafting }) => drafting.map(({ subject }) => [subject, subject])),
  'drafting.consented': (view) =>
    bySubject(view, ({ drafting }) =>
      drafting.flatMap(({ subject, textHash }) =>
        textHash === null ? [] : [[`${subject} ${textHash}`, subject] as const],
      ),
    ),
  'charter.signed': (view) => bySubject(view, ({ signatures }) => dated(signatures)),
  'charter.declined': (view) => bySubject(view, ({ declined }) => dated(declined)),
  'withdrawal.announced': (view) => bySubject(view, ({ withdrawals }) => dated(withdrawals)),
  'charter.left': (view) => bySubject(view, ({ former }) => dated(former.filter(({ how }) => how === 'left'))),
  'charter.amendment_accepted': (view) =>
    bySubject(view, ({ amendment }) =>
      (amendment?.accepted ?? []).map((subject) => [`${amendment?.version} ${subject}`, subject]),
    ),
  'amendment.proposed': ({ amendments, kind }) => (kind === 'proposal' ? askedBy(amendments) : new Map()),
  'suggestion.made': ({ amendments, kind }) => (kind === 'consultation' ? askedBy(amendments) : new Map()),
} as const satisfies Partial<Record<Fact['act'], MarksOf>>;

/** Acts whose doers the proposal keeps. */
export type KeptAct = keyof typeof kept;
export const keptActs = Object.keys(kept) as readonly KeptAct[];

/** Who did it between two views of a proposal, each once. */
export const doersOf = (act: KeptAct, before: ProposalView, after: ProposalView): readonly Doer[] =>
  added(kept[act](before), kept[act](after));

/** Who took back a confirmation of the text: it is no longer there afterwards. */
export const withdrawers = (before: ProposalView, after: ProposalView): readonly Doer[] =>
  added(confirmations(after), confirmations(before));

function added(earlier: Marks, later: Marks): readonly Doer[] {
  const found = [...later].filter(([mark]) => !earlier.has(mark)).map(([, doer]) => doer);
  return [...new Map(found.map((doer) => [JSON.stringify(doer), doer])).values()];
}
