import { type Words } from '@tavolo/kernel';
import { type Sector } from './seat.js';

/** The four modes of governance (Boccacin 2017, §4). */
export const modes = ['consultation', 'planning', 'auto_administration', 'auto_regulation'] as const;
export type Mode = (typeof modes)[number];

/** An exact fraction as text, `"1/2"`. */
export type FractionText = `${number}/${number}`;

/** A share to reach: `strict` means more than the fraction, otherwise at least the fraction. */
export interface Share {
  readonly fraction: FractionText;
  readonly strict: boolean;
}

/** Domain.md 2.1 and 2.2, row Quorum. */
export interface QuorumRule {
  readonly overall: Share;
  /** A minimum of each party's eligible seats; absent when the rulebook asks for none. */
  readonly perSector?: { readonly fraction: FractionText; readonly min: number };
  readonly secondCall?: { readonly afterDays: number; readonly overall: Share; readonly perSectorMin: number };
  /** What a party whose seats are all vacant or recused does to the quorum; default `block`. */
  readonly emptySector: 'block' | 'waive';
}

/** Domain.md 2.2, row Threshold. A tie rejects. */
export interface DecisionRule {
  readonly first: 'consent' | 'ballot';
  readonly base: 'cast' | 'eligible';
  readonly threshold: Share;
  /** Parties each of which needs more yes than no. */
  readonly concurrence: readonly Sector[];
}

interface RulebookHead {
  /** What people call it, e.g. `RB-FAM-2`. */
  readonly key: string;
  readonly version: number;
  /** Local date `YYYY-MM-DD`. */
  readonly adoptedOn: string;
  /** IANA time zone in which days begin and end. */
  readonly zone: string;
  /** Whose public holidays move a deadline; `IT` or a list of further local dates `MM-DD` (patron saint). */
  readonly holidays: { readonly country: 'IT'; readonly local: readonly string[] };
}

export interface PlanningRulebook extends RulebookHead {
  readonly mode: 'planning';
  readonly parties: readonly Sector[];
  readonly quorum: QuorumRule;
  readonly decision: DecisionRule;
  readonly hold: { readonly need: FractionText; readonly days: number; readonly perProposal: number } | null;
  readonly maxReferBack: number;
  readonly mediationDays: number;
  readonly negotiationDays: number;
  readonly ratificationDays: number;
  readonly maxConsentRounds: number;
  /** The organ to which law reserves the act, and how long it has; `null` when the table decides. */
  readonly ratifyingOrgan: { readonly name: Words; readonly days: number } | null;
  /** True in the rooms of benches and coalitions: what they adopted is carried to tables by a spokesperson with a mandate. */
  readonly negotiatingMandate?: true;
}

export interface ConsultationRulebook extends RulebookHead {
  readonly mode: 'consultation';
  readonly windowDaysMin: number;
  readonly urgentWindowDaysMin: number;
  readonly extension: {
    readonly days: number;
    readonly times: number;
    readonly belowSeats: FractionText;
    readonly ifSectorSilent: boolean;
  };
  readonly replyDays: number;
  readonly lapseDays: number;
  readonly deviationStatementMinChars: number;
}

/** Domain.md 2.2, auto-regulation. */
export interface AutoRegulationRulebook extends RulebookHead {
  readonly mode: 'auto_regulation';
  readonly signingDays: number;
  readonly signingExtensions: number;
  readonly entry: { readonly minSignatories: number; readonly minSectors: number };
  /** Whether a signer may except a clause, with reason. */
  readonly reservations: boolean;
  readonly withdrawalNoticeDays: number;
  readonly atRiskDays: number;
  /** `null` where the charter sets no review. */
  readonly reviewEveryMonths: number | null;
}

/** A mode whose procedure is not offered yet keeps its rules as data, readable, and refuses to start a procedure. */
export interface OtherRulebook extends RulebookHead {
  readonly mode: 'auto_administration';
  readonly values: Readonly<Record<string, unknown>>;
}

export type Rulebook = PlanningRulebook | ConsultationRulebook | AutoRegulationRulebook | OtherRulebook;
