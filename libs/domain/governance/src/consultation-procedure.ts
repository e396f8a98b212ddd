import { type Instant, type MemberId, type SeatId } from '@tavolo/kernel';
import { type Elector, type FrozenText } from './ballot.js';
import { type Dissent } from './dissent.js';
import { type Explanation } from './explanation.js';
import { type ConsultationRulebook } from './rulebook.js';
import { type Sector } from './seat.js';

/** Domain.md 2.3, Consultation. */
export const consultationStages = [
  'draft',
  'open',
  'closed',
  'responding',
  'decided',
  'followed_up',
  'overdue',
  'lapsed',
  'withdrawn',
] as const;
export type ConsultationStage = (typeof consultationStages)[number];

export const positions = ['favourable', 'conditional', 'contrary', 'none'] as const;
export type Position = (typeof positions)[number];

export interface Assessment {
  /** What people say aloud, e.g. `AS-10`. */
  readonly key: string;
  readonly seat: SeatId;
  readonly sector: Sector;
  readonly position: Position;
  readonly clause: string | null;
  readonly reason: string | null;
  /** What would have to change, of a conditional assessment. */
  readonly condition: string | null;
  /** An interest, shown beside the assessment (domain.md 2.1, Conflict of interest). */
  readonly interest: string | null;
  readonly at: Instant;
}

export const replyOutcomes = ['accepted', 'partly_accepted', 'not_accepted', 'noted'] as const;
export type ReplyOutcome = (typeof replyOutcomes)[number];

export interface Reply {
  readonly key: string;
  /** Keys of the assessments it answers; like ones may share a reply. */
  readonly assessments: readonly string[];
  readonly outcome: ReplyOutcome;
  readonly reason: string | null;
  readonly at: Instant;
}

export type Leaning = 'supportive' | 'contrary' | 'split';

export interface LeaningCount {
  readonly supportive: number;
  readonly contrary: number;
  readonly leaning: Leaning;
}

/** Frozen on closing: supportive = favourable + conditional. A sector that gave no position is absent. */
export interface Prevailing extends LeaningCount {
  readonly entitled: number;
  readonly assessments: number;
  readonly silent: readonly SeatId[];
  readonly bySector: Readonly<Partial<Record<Sector, LeaningCount>>>;
  readonly explanation: Explanation;
}

export const institutionalDecisions = ['adopted', 'adopted_with_changes', 'not_adopted'] as const;
export type InstitutionalDecision = (typeof institutionalDecisions)[number];

/** An interest that a seat declared, kept until its assessment is given and shown beside it. */
export interface DeclaredInterest {
  readonly seat: SeatId;
  readonly interest: string;
  readonly at: Instant;
}

/** The consultation of one text: a plain JSON value, changed by `step` and `advance` alone. */
export interface ConsultationProcedure {
  readonly mode: 'consultation';
  readonly stage: ConsultationStage;
  readonly since: Instant;
  readonly deadline: Instant | null;
  readonly rulebook: ConsultationRulebook;
  readonly sponsors: readonly MemberId[];
  readonly versions: readonly FrozenText[];
  readonly entitled: readonly Elector[];
  readonly window: {
    readonly opensAt: Instant;
    /** The last moment as it stands: that of the extension, when there was one. */
    readonly closesAt: Instant;
    readonly urgentReason: string | null;
  } | null;
  /** The latest extension; `n` counts them from 1. */
  readonly extension: {
    readonly n: number;
    readonly from: Instant;
    readonly until: Instant;
    readonly explanation: Explanation;
  } | null;
  readonly thin: boolean;
  readonly interests: readonly DeclaredInterest[];
  readonly assessments: readonly Assessment[];
  readonly prevailing: Prevailing | null;
  readonly closedAt: Instant | null;
  readonly replyDue: Instant | null;
  readonly replies: readonly Reply[];
  readonly decision: {
    readonly outcome: InstitutionalDecision;
    readonly by: MemberId;
    readonly at: Instant;
    /** Whether it departs from the prevailing opinion, and why. */
    readonly deviation: Explanation;
    readonly statement: string | null;
    /** The version the decision adopts, when the institution changed the text. */
    readonly version: number | null;
  } | null;
  readonly dissents: readonly Dissent[];
  readonly overdueSince: Instant | null;
  readonly followUp: { readonly text: string; readonly at: Instant } | null;
  readonly withdrawal: { readonly reason: string; readonly at: Instant } | null;
}
