import { type Instant, type MemberId, type SeatId } from '@tavolo/kernel';
import { type CastVote, type Choice, type Elector } from './ballot.js';
import { type Explanation } from './explanation.js';
import { type Rulebook } from './rulebook.js';
import { type Composition, type Sector } from './seat.js';

/** From a draft that one person writes to a version of the rulebook that the table keeps, or to its end. */
export const rulebookChangeStages = ['draft', 'proposed', 'adopted', 'refused', 'withdrawn'] as const;
export type RulebookChangeStage = (typeof rulebookChangeStages)[number];

/** The name of one version of a rulebook. */
export interface RulebookVersionName {
  readonly key: string;
  readonly version: number;
}

/** The change was handed in: by whom, why, and until when the seats vote on it. */
export interface RulebookProposal {
  readonly by: MemberId;
  /** From which seat; `null` for whoever guides the table without one. */
  readonly seat: SeatId | null;
  readonly at: Instant;
  readonly reason: string;
  /** End of the notice, and of the vote: the text and its reasons have then lain open for ten days (domain.md 2.1, Meetings). */
  readonly closesAt: Instant;
  /** Filled voting seats at that moment, and every sector that has a voting seat. */
  readonly electorate: readonly Elector[];
  readonly parties: readonly Sector[];
  readonly votes: Readonly<Record<string, CastVote>>;
}

/** How it ended; `by` is the second person, or whoever withdrew it. `explanation` is the count of the vote, where there was one. */
export interface RulebookChangeEnd {
  readonly by: MemberId;
  readonly at: Instant;
  readonly reason: string | null;
  readonly explanation: Explanation | null;
}

/**
 * A new version of a table's rules on its way, within the same mode (domain.md section 1, rows 11, 22 and 25; docs/decisions/0008). Nothing is
 * ever taken out: what was refused or withdrawn stays readable. A plain value; `stepRulebookChange` is the only way to change it.
 */
export interface RulebookChange {
  /** Unique at its table: `RC-1`. */
  readonly key: string;
  /** The version from which it was drafted: once another is in force, it is adopted no more. */
  readonly base: RulebookVersionName;
  /** The rules as drafted, under the name of `base`; once adopted, under their own. */
  readonly rulebook: Rulebook;
  readonly stage: RulebookChangeStage;
  readonly since: Instant;
  readonly draftedBy: MemberId;
  /** `null` while it is a draft, and when it was withdrawn as one. */
  readonly proposal: RulebookProposal | null;
  readonly ended: RulebookChangeEnd | null;
}

/** What each act on a change carries. */
export interface RulebookChangePayloads {
  readonly 'rulebook.redrafted': { readonly rulebook: Rulebook };
  readonly 'rulebook.proposed': { readonly reason: string };
  readonly 'rulebook.vote_cast': { readonly choice: Choice };
  readonly 'rulebook.confirmed': object;
  /** `reason`: required where the vote was won. */
  readonly 'rulebook.refused': { readonly reason: string | null };
  readonly 'rulebook.withdrawn': object;
}
export type RulebookChangeActName = keyof RulebookChangePayloads;

/** The table at which the rules are changed: who is there, its rules in force, and the names of all that it has had. */
export interface RulesOfTable {
  readonly composition: Composition;
  readonly present: Rulebook;
  readonly had: readonly RulebookVersionName[];
}
