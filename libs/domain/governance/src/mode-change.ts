import { type Instant, type JsonObject, type MemberId, type SeatId } from '@tavolo/kernel';
import { type Ballot, type Choice } from './ballot.js';
import { type Explanation } from './explanation.js';
import { type Mode, type QuorumRule, type Rulebook } from './rulebook.js';
import { type Sector } from './seat.js';

/**
 * Domain.md 2.5, Changing the mode of a table: `gathering → notice → voting → awaiting_consent → standstill → in_force`; also `rejected`,
 * `refused`, `withdrawn`. An emergency act begins at `standstill`, where it waits only for open ballots, and is `ended` when its days are over.
 */
export const modeChangeStates = [
  'gathering',
  'notice',
  'voting',
  'awaiting_consent',
  'standstill',
  'in_force',
  'rejected',
  'refused',
  'withdrawn',
  'ended',
] as const;
export type ModeChangeState = (typeof modeChangeStates)[number];

/** Who proposes: the institution, or the bench of a sector. */
export type ModeChangeProposer = 'institution' | Sector;

/** The rules of domain.md 2.5 in numbers: days are calendar days. */
export const modeChangeDays = { notice: 10, standstill: 7, emergencyMost: 60 } as const;

/** A ballot or an emergency act, in the time of which no change takes effect. `until` is `null` while it lasts. */
export interface Blocker {
  readonly what: 'ballot' | 'emergency';
  readonly key: string;
  readonly from: Instant;
  readonly until: Instant | null;
}

/** The written answer of the institution. */
export interface InstitutionAnswer {
  readonly outcome: 'consented' | 'refused';
  readonly text: string;
  readonly by: MemberId;
  readonly at: Instant;
}

/** A change of mode: a plain JSON value, changed by `stepModeChange` and `advanceModeChange` alone. */
export interface ModeChange {
  /** What people call it, e.g. `MC-1`. */
  readonly key: string;
  readonly kind: 'change' | 'emergency';
  readonly state: ModeChangeState;
  readonly since: Instant;
  /** The rules that it replaces; those of an emergency act return when it ends. */
  readonly from: Rulebook;
  /** The new rules, word for word as they are voted on; their mode is the new mode. */
  readonly rulebook: Rulebook;
  /** Base64 SHA-256 of the canonical form of the new rules: what a ballot is frozen on. */
  readonly textHash: string;
  readonly proposedAs: ModeChangeProposer;
  readonly proposedBy: MemberId;
  readonly reason: string;
  /** Seats of the bench that propose it, the first of them by putting it forward; none when the institution proposes. */
  readonly supporters: readonly { readonly seat: SeatId; readonly by: MemberId; readonly at: Instant }[];
  /** The end of the notice: from then on it may be put to the vote. `null` while a bench gathers its seats, and for an emergency act. */
  readonly noticeUntil: Instant | null;
  readonly ballots: readonly Ballot[];
  readonly adoption: { readonly ballot: string; readonly at: Instant; readonly explanation: Explanation } | null;
  readonly answer: InstitutionAnswer | null;
  /** The earliest moment at which it takes effect: it waits for the end of whatever stands in its way. */
  readonly effectiveFrom: Instant | null;
  /** When it took effect. */
  readonly effectiveAt: Instant | null;
  /** When an emergency act ends by itself; `null` for any other change. */
  readonly endsAt: Instant | null;
  /** Why it was withdrawn. */
  readonly withdrawal: { readonly reason: string; readonly by: MemberId; readonly at: Instant } | null;
}

/** What the acts on a change of mode carry. Texts are what the actor wrote. */
export interface ModeChangeActPayloads {
  'mode_change.supported': object;
  'mode_change.withdrawn': { readonly reason: string };
  'vote.opened': {
    readonly key: string;
    readonly closesAt: Instant | null;
    readonly presence: readonly SeatId[] | null;
  };
  'vote.cast': { readonly ballot: string; readonly choice: Choice };
  'ballot.early_closing_requested': { readonly ballot: string; readonly reason: string };
  'vote.closed': { readonly ballot: string; readonly reason: string | null };
  'mode_change.consented': { readonly text: string };
  'mode_change.refused': { readonly reason: string };
}
export type ModeChangeActName = keyof ModeChangeActPayloads;

export type ModeChangeConsequenceName =
  | 'mode_change.notice_given'
  | 'vote.closed'
  | 'vote.result'
  | 'mode_change.adopted'
  | 'mode_change.rejected'
  | 'mode_change.took_effect'
  | 'mode_change.emergency_ended';

/** Something that followed on a change of mode, with the true instant at which it was due. */
export interface ModeChangeConsequence {
  readonly name: ModeChangeConsequenceName;
  readonly at: Instant;
  readonly data: JsonObject;
  readonly explanation?: Explanation;
}

/** Whether the institution has to consent in writing: the change hands over public power, or binds the institution. */
export const needsConsent = (to: Mode): boolean => to === 'auto_administration' || to === 'planning';

/** The quorum of planning, whatever the mode of the table (domain.md 2.2, row Quorum); an empty sector does what the rules in force say. */
export function modeChangeQuorum(inForce: Rulebook): QuorumRule {
  const emptySector = 'quorum' in inForce ? inForce.quorum.emptySector : 'block';
  return {
    overall: { fraction: '1/2', strict: true },
    perSector: { fraction: '1/3', min: 1 },
    secondCall: { afterDays: 1, overall: { fraction: '1/3', strict: false }, perSectorMin: 1 },
    emptySector,
  };
}

/** Whether nothing more follows from it: it was not to be, or an emergency act is over. A change in force is done as well. */
export const isModeChangeOver = ({ kind, state }: Pick<ModeChange, 'kind' | 'state'>): boolean =>
  state === 'rejected' ||
  state === 'refused' ||
  state === 'withdrawn' ||
  state === 'ended' ||
  (kind === 'change' && state === 'in_force');
