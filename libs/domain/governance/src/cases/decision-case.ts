import { type SeatId } from '@tavolo/kernel';
import { type Choice } from '../ballot.js';
import { type InstitutionalDecision, type Position, type ReplyOutcome } from '../consultation-procedure.js';
import { type Explanation } from '../explanation.js';
import { type Preset } from '../presets/preset.js';
import { type Rulebook } from '../rulebook.js';
import { type Seat } from '../seat.js';

/** What a subject says of a charter: it signs, it declines, or it has a reasoned objection to the text. */
export const charterAnswers = ['signed', 'declined', 'objection'] as const;
export type CharterAnswer = (typeof charterAnswers)[number];

/** A seat of a case; `organisation` is whatever tells organisations apart. */
export interface CaseSeat extends Pick<Seat, 'sector' | 'right'> {
  readonly seat: SeatId;
  readonly organisation: string | null;
  readonly vacant: boolean;
  readonly recused: boolean;
}

/** Somebody sits, somebody is there, somebody votes: what rules are tried on. */
export interface DecisionCase {
  readonly seats: readonly CaseSeat[];
  /** Who is in the meeting; `null` outside a meeting, where taking part is presence. */
  readonly presence: readonly SeatId[] | null;
  readonly call: 1 | 2;
  /** What each seat says, by seat. */
  readonly votes: Readonly<Record<string, Choice | Position | CharterAnswer>>;
  /** Of holders of a mandate: whether the decision spends. */
  readonly spending: boolean;
  /** Of a consultation: what the institution decides, if it has decided, and its replies by seat. */
  readonly decision: InstitutionalDecision | null;
  readonly replies: Readonly<Record<string, ReplyOutcome>>;
}

/** The rules of a case: a rulebook, or the preset of a bench. */
export type CaseRules = Rulebook | Preset;

/** What rules say of a case: `no_quorum` is void; of a consultation it is what the seats say, since the institution decides. */
export const caseVerdicts = [
  'adopted',
  'rejected',
  'no_quorum',
  'supportive',
  'contrary',
  'split',
  'in_force',
  'not_in_force',
] as const;

export interface CaseVerdict {
  readonly verdict: (typeof caseVerdicts)[number];
  /** As in the result of a ballot; `null` when adopted, and where there is no ballot. */
  readonly reason: string | null;
  /** Why: the verdict first, then what is found besides, such as silent sectors, a deviation, shares that are not kept. */
  readonly explanations: readonly Explanation[];
}
