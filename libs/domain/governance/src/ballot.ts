import { type Instant, type MemberId, type SeatId } from '@tavolo/kernel';
import { type ConditionalRule } from './conditions/condition.js';
import { type Explanation } from './explanation.js';
import { type DecisionRule, type QuorumRule } from './rulebook.js';
import { type Sector } from './seat.js';

export const choices = ['yes', 'no', 'abstain'] as const;
export type Choice = (typeof choices)[number];

/** A seat of the frozen electorate. */
export interface Elector {
  readonly seat: SeatId;
  readonly sector: Sector;
  /** For which organisation it is held, or the seat itself where for none; present where the quorum asks from how many they come. */
  readonly organisation?: string;
}

/** A seat that does not decide, because everybody who sits there has left. */
export interface RecusedElector extends Elector {
  /** When it left the open ballot: until then it stood on the roll. Absent where it was out before the ballot was opened. */
  readonly leftAt?: Instant;
}

export interface CastVote {
  readonly choice: Choice;
  readonly at: Instant;
  /** Who of the seat cast it, the holder or the deputy; absent where it was cast before this was kept. */
  readonly by?: MemberId;
}

/** Somebody asks to close a ballot before its announced time: a second person has to close it. */
export interface EarlyClosingRequest {
  readonly by: MemberId;
  readonly reason: string;
  readonly at: Instant;
}

/** A ballot was closed by hand before its announced time, or before every elector had voted. */
export interface EarlyClosing {
  readonly by: MemberId;
  readonly reason: string;
  /** Who had asked for it, of a ballot with an announced time: always another person; otherwise `null`. */
  readonly requestedBy: MemberId | null;
}

/** What is frozen when text stops changing: hashes are base64 SHA-256 (of the canonical text, and of the Yjs state). */
export interface FrozenText {
  readonly version: number;
  readonly textHash: string;
  readonly stateHash: string;
  readonly clauses: readonly string[];
  readonly at: Instant;
}

/** One ballot. Rules, electorate and text are copied in at opening: nothing later can reach it (design.md section 2). */
export interface Ballot {
  /** What people say aloud, e.g. `B-1`; unique on the installation. */
  readonly key: string;
  readonly call: 1 | 2;
  readonly version: number;
  readonly textHash: string;
  readonly rulebook: { readonly key: string; readonly version: number };
  readonly quorum: QuorumRule;
  readonly decision: DecisionRule;
  /** What it must satisfy besides; absent where the rulebook has no further conditions. */
  readonly conditions?: ConditionalRule;
  readonly parties: readonly Sector[];
  /** Eligible = filled voting seats minus recused seats (domain.md 2.1); a seat is recused when everybody who sits there has left. */
  readonly electorate: readonly Elector[];
  readonly recused: readonly RecusedElector[];
  readonly openedAt: Instant;
  /** When it closes by itself; `null` when it is closed by hand. */
  readonly closesAt: Instant | null;
  /** Who is in the meeting; `null` for a ballot outside a meeting, where taking part is presence. */
  readonly presence: readonly SeatId[] | null;
  readonly votes: Readonly<Record<string, CastVote>>;
  readonly state: 'open' | 'suspended' | 'closed' | 'void';
  readonly closedAt: Instant | null;
  /** Present while a request to close before `closesAt` stands; void when the ballot ends. */
  readonly earlyClosing?: EarlyClosingRequest;
  /** Present when it was closed early: who, and why. */
  readonly closedEarly?: EarlyClosing;
  readonly result: BallotResult | null;
  /** Present where the rulebook offers consent first and the facilitator opened the ballot at once: no consent round was held. */
  readonly withoutConsentRound?: true;
}

export interface Count {
  readonly eligible: number;
  /** Votes cast, abstentions included. */
  readonly tookPart: number;
  readonly yes: number;
  readonly no: number;
  readonly abstain: number;
}

/** A pure function of a ballot: `tallyBallot`. */
export interface BallotResult {
  readonly verdict: 'adopted' | 'rejected' | 'no_quorum';
  /** `no_quorum`, or the first reason of a rejection: `no_majority`, `sector_not_concurring:<sector>`, `condition_not_met`; `null` when adopted. */
  readonly reason: string | null;
  readonly total: Count;
  readonly recused: number;
  readonly bySector: Readonly<Partial<Record<Sector, Count>>>;
  readonly base: number;
  readonly quorumOverall: boolean;
  readonly quorumPerSector: Readonly<Partial<Record<Sector, boolean>>>;
  readonly majority: boolean;
  readonly sectorConcurrence: Readonly<Partial<Record<Sector, boolean>>>;
  readonly explanation: Explanation;
}
