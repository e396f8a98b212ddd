import { type Instant, type MemberId, type SeatId } from '@tavolo/kernel';
import { type FrozenText } from './ballot.js';
import { type Dissent } from './dissent.js';
import { type Explanation } from './explanation.js';
import { type AutoRegulationRulebook } from './rulebook.js';
import { type Sector } from './seat.js';

/** Domain.md 2.3, Auto-regulation. `amended` is in force too, on a later version. */
export const autoRegulationStages = [
  'draft',
  'invited',
  'drafting',
  'frozen',
  'signing',
  'in_force',
  'amended',
  'at_risk',
  'lapsed',
  'not_in_force',
] as const;
export type AutoRegulationStage = (typeof autoRegulationStages)[number];

/** Who signs for itself: an organisation through any of its seats, or a seat without one (an independent citizen counts as one). */
export interface Subject {
  /** The organisation's id, or the seat's. */
  readonly id: string;
  readonly sector: Sector;
  readonly seats: readonly SeatId[];
}

export interface Reservation {
  readonly clause: string;
  readonly text: string;
}

export interface Signature {
  readonly subject: string;
  readonly sector: Sector;
  readonly by: MemberId;
  /** The version that binds the signer. */
  readonly version: number;
  readonly reservations: readonly Reservation[];
  readonly at: Instant;
}

/** What a subject said instead of, or after, signing. */
export interface Notice {
  readonly subject: string;
  readonly reason: string;
  readonly at: Instant;
}

export interface Withdrawal extends Notice {
  readonly effectiveAt: Instant;
}

export interface FormerSignatory extends Notice {
  readonly how: 'withdrawn' | 'left' | 'excluded';
}

/** Peer talk, a published finding, exclusion by all others (domain.md 2.3). */
export interface Breach extends Notice {
  readonly n: number;
  readonly raisedBy: string;
  readonly finding: { readonly text: string; readonly at: Instant } | null;
  /** Signatories that ask for exclusion. */
  readonly exclusion: readonly string[];
}

/** A charter: it binds only who signs it. A plain JSON value, changed by `step` and `advance` alone. */
export interface AutoRegulationProcedure {
  readonly mode: 'auto_regulation';
  readonly stage: AutoRegulationStage;
  readonly since: Instant;
  readonly deadline: Instant | null;
  readonly rulebook: AutoRegulationRulebook;
  readonly sponsors: readonly MemberId[];
  readonly versions: readonly FrozenText[];
  /** All subjects of the table when they were invited, and those that acceded since. */
  readonly invited: readonly Subject[];
  /** The drafting group, and the text to which each has agreed. */
  readonly drafting: readonly { readonly subject: string; readonly textHash: string | null }[];
  readonly signing: { readonly openedAt: Instant; readonly until: Instant; readonly extensions: number } | null;
  /** The version that is signed, or in force; `null` before the first is frozen. */
  readonly version: number | null;
  readonly signatures: readonly Signature[];
  readonly declined: readonly Notice[];
  readonly withdrawals: readonly Withdrawal[];
  readonly former: readonly FormerSignatory[];
  /** A later version that waits for all signatories. */
  readonly amendment: { readonly version: number; readonly accepted: readonly string[]; readonly at: Instant } | null;
  readonly breaches: readonly Breach[];
  readonly commitments: readonly {
    readonly holder: string;
    readonly clause: string;
    readonly what: string;
    readonly dueOn: string;
    readonly at: Instant;
  }[];
  readonly inForceSince: Instant | null;
  /** Why it is in force, at risk or not: the entry condition as last verified. */
  readonly condition: Explanation | null;
  readonly dissents: readonly Dissent[];
  readonly reviews: readonly { readonly text: string; readonly at: Instant }[];
}
