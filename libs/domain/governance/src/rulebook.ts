import { type Words } from '@tavolo/kernel';
import { type ConditionalRule } from './conditions/condition.js';
import { type Provision } from './provisions.js';
import { type SeatRight, type Sector } from './seat.js';

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
  /** From how many organisations those present must come; a seat without one counts as one. Absent when the rulebook asks for none. */
  readonly minOrganisations?: number;
  /** What a party whose seats are all vacant or recused does to the quorum; default `block`. */
  readonly emptySector: 'block' | 'waive';
}

/** Of what a majority is counted: votes cast as yes or no, seats that are there (abstentions too), or all eligible seats. */
export const decisionBases = ['cast', 'present', 'eligible'] as const;
export type DecisionBase = (typeof decisionBases)[number];

/** Domain.md 2.2, row Threshold. A tie rejects. */
export interface DecisionRule {
  readonly first: 'consent' | 'ballot';
  readonly base: DecisionBase;
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
  /** Key of the preset that it was made from; its source says where these rules come from. */
  readonly preset?: string;
  /** Shares of the voting seats that are fixed between sectors; they add up to one. Vacancies are flagged, never re-weighted. */
  readonly shares?: Readonly<Partial<Record<Sector, FractionText>>>;
  /** What a ballot must satisfy besides the settings, where these do not suffice. */
  readonly conditions?: ConditionalRule;
  /**
   * Whether the seats of the market have a vote or a voice (domain.md section 1, row 25). Absent: as each seat was made; changing it is a
   * change of the rulebook.
   */
  readonly market?: SeatRight;
  /** What the table keeps by itself: it is written down, and no procedure computes it. */
  readonly provisions?: readonly Provision[];
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

/** On what the institution may call a decision in (domain.md 2.2, Objection): never on its merit. */
export const callInGrounds = ['out_of_scope', 'over_budget', 'unlawful', 'undeclared_interest'] as const;
export type CallInGround = (typeof callInGrounds)[number];

/** Domain.md 2.2, auto-administration. What is granted, and within which limits, stands in the mandate. */
export interface AutoAdministrationRulebook extends RulebookHead {
  readonly mode: 'auto_administration';
  readonly quorum: QuorumRule;
  /** The majority of a decision that spends nothing. */
  readonly ordinary: MajorityRule;
  /** The majority of a decision that spends. */
  readonly spending: MajorityRule;
  /** Days after adoption in which the institution may call in; they do not move for holidays. */
  readonly standstillDays: number;
}

/** On which base a majority is counted, and how large it must be. A tie rejects. */
export type MajorityRule = Pick<DecisionRule, 'base' | 'threshold'>;

/** Rules of a table with a mandate as they were kept before its procedure was offered: readable, and they start no procedure. */
export interface OtherRulebook extends RulebookHead {
  readonly mode: 'auto_administration';
  readonly values: Readonly<Record<string, unknown>>;
}

export type Rulebook =
  PlanningRulebook | ConsultationRulebook | AutoRegulationRulebook | AutoAdministrationRulebook | OtherRulebook;
