import { type AmendmentView, type ProposalView } from '@tavolo/contracts';
import { answersAmendments, isArgued, takesAmendments } from '@tavolo/governance';

/** What the reader may do about changes to this text. */
export interface AmendingRights {
  readonly ask: boolean;
  /** Take a change over into the text. */
  readonly accept: boolean;
  /** Answer with a reason why not. In planning also when the text is frozen already: every request gets an answer. */
  readonly reject: boolean;
  /** Her own, while nobody has answered. */
  readonly withdraw: boolean;
}

/** The newest frozen version of a text; 0 before the first one. A request is numbered by the one that was the newest when it was made. */
export const newestFrozen = ({ procedure }: Pick<ProposalView, 'procedure'>): number =>
  procedure.versions.at(-1)?.version ?? 0;

/**
 * What is to be said of a change that was accepted: it is to be written while its text is argued about; once that text is frozen, whether it
 * was written is read there; and while a later text is argued about, it is still to be written if it does not stand in the frozen one, as
 * it may have been accepted since. `null` where there is nothing to say: in a consultation the institution alone writes, and a text that
 * was never frozen again has no version to be read.
 */
export function acceptedFate(
  { outcome, version }: Pick<AmendmentView, 'outcome' | 'version'>,
  view: Pick<ProposalView, 'procedure' | 'kind'>,
): 'toBeWritten' | 'frozen' | 'older' | null {
  if (outcome !== 'accepted' || view.kind !== 'proposal') return null;
  const argued = isArgued(view.procedure);
  if (version < newestFrozen(view)) return argued ? 'older' : 'frozen';
  return argued ? 'toBeWritten' : null;
}

/** Voting seats ask for changes to a proposal or charter and its sponsors answer; every seat makes suggestions in a consultation and the institution answers. */
export function amendingRights(view: ProposalView): AmendingRights {
  const { procedure, me, seats, sponsors } = view;
  const mine = seats.find(({ id }) => id === me.seat);
  const consults = procedure.mode === 'consultation';
  const argued = isArgued(procedure);
  const answers = consults ? mine?.decidingAuthority === true : me.member !== null && sponsors.includes(me.member);
  const answerable = answersAmendments(procedure);
  return {
    ask: mine !== undefined && takesAmendments(procedure) && (consults || mine.right === 'vote'),
    accept: argued && answers,
    reject: answerable && answers,
    withdraw: answerable && me.member !== null,
  };
}

/** Stages from which a text never comes back to be written. */
const ended: readonly string[] = [
  ...['inadmissible', 'adopted', 'awaiting_organ', 'refused', 'formalised', 'under_review', 'closed', 'not_agreed'],
  ...['decided', 'followed_up', 'withdrawn', 'lapsed'],
  ...['effective', 'reported', 'annulled', 'returned'],
];

/**
 * What becomes of a request that nobody has answered: it waits for its answer while the text is argued about, is carried to the next version
 * while the text is frozen, and is left unanswered by the version with which the procedure ended; it stays to be read, and can be answered.
 */
export function fateOf({ procedure }: Pick<ProposalView, 'procedure'>): 'open' | 'carried' | 'unanswered' {
  if (isArgued(procedure)) return 'open';
  return ended.includes(procedure.stage) ? 'unanswered' : 'carried';
}
