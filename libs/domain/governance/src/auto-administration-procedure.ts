import { type Instant, type MemberId } from '@tavolo/kernel';
import { type Ballot, type FrozenText } from './ballot.js';
import { type Dissent } from './dissent.js';
import { type Explanation } from './explanation.js';
import { type Cents, type ExpenseType, type MandateStanding } from './mandate.js';
import { type Recusal } from './planning-procedure.js';
import { type AutoAdministrationRulebook, type CallInGround } from './rulebook.js';

/**
 * Domain.md 2.3, Auto-administration. `scope_check` is passed through in the act that hands a draft in. `returned`: the holders could not
 * or did not adopt, and the institution answers (2.2, If it fails); `closed`: it has. `withdrawn`: the holders do not pursue it.
 */
export const autoAdministrationStages = [
  'draft',
  'scope_check',
  'blocked',
  'deliberating',
  'voting',
  'standstill',
  'called_in',
  'effective',
  'reported',
  'annulled',
  'returned',
  'withdrawn',
  'closed',
] as const;
export type AutoAdministrationStage = (typeof autoAdministrationStages)[number];

/** What a decision is about, as whoever hands it in declares; it stands for one frozen version. */
export interface DecisionTerms {
  /** What it spends; 0 for an ordinary decision. */
  readonly amount: Cents;
  /** Id of an area of the mandate's scope, or another one. */
  readonly area: string;
  readonly expenseType: ExpenseType;
  /** Ids of the mandate's exclusions that it touches. */
  readonly exclusions: readonly string[];
  /** Ids of organisations that would benefit. */
  readonly beneficiaries: readonly string[];
}

/** Why a scope check blocks, in the order in which it is asked. */
export const blockReasons = [
  'mandate_not_active',
  'out_of_scope',
  'expense_type',
  'excluded',
  'per_decision_ceiling',
  'over_budget',
] as const;
export type BlockReason = (typeof blockReasons)[number];

/** One handing in: terms, the mandate as it stood, and what the scope check said. */
export interface Submission {
  readonly version: number;
  readonly terms: DecisionTerms;
  readonly mandate: MandateStanding;
  readonly check: Explanation;
  readonly by: MemberId;
  readonly at: Instant;
}

/** The institution has called a decision in, what the holders answered, and what the guarantor ruled. */
export interface CallIn {
  readonly version: number;
  readonly ground: CallInGround;
  readonly reason: string;
  readonly by: MemberId;
  readonly at: Instant;
  readonly answer: {
    readonly kind: 'amended' | 'withdrawn' | 'insisted';
    readonly reason: string | null;
    readonly by: MemberId;
    readonly at: Instant;
  } | null;
  readonly ruling: {
    readonly upheld: boolean;
    readonly reason: string;
    readonly by: MemberId;
    readonly at: Instant;
  } | null;
}

/** A decision under a mandate: a plain JSON value, changed by `step`, `advance`, `withStanding` and `withPresence` alone. */
export interface AutoAdministrationProcedure {
  readonly mode: 'auto_administration';
  readonly stage: AutoAdministrationStage;
  readonly since: Instant;
  readonly deadline: Instant | null;
  readonly rulebook: AutoAdministrationRulebook;
  readonly sponsors: readonly MemberId[];
  readonly versions: readonly FrozenText[];
  /** The mandate as it was last told. */
  readonly mandate: MandateStanding;
  readonly submissions: readonly Submission[];
  /** Why it is blocked; `null` when it is not. */
  readonly block: { readonly reason: BlockReason; readonly explanation: Explanation; readonly at: Instant } | null;
  readonly ballots: readonly Ballot[];
  readonly recusals: readonly Recusal[];
  /** What the holders adopted last, and until when it stands still. */
  readonly adoption: {
    readonly version: number;
    readonly ballot: string;
    readonly amount: Cents;
    readonly at: Instant;
    readonly until: Instant;
    readonly explanation: Explanation;
  } | null;
  readonly callIns: readonly CallIn[];
  readonly effectiveSince: Instant | null;
  /** The decision note (domain.md 2.2, In writing). */
  readonly note: { readonly text: string; readonly by: MemberId; readonly at: Instant } | null;
  /** The report of the mandate that gives account of it. */
  readonly reported: { readonly report: number; readonly at: Instant } | null;
  readonly returned: {
    readonly reason: 'rejected' | 'recusals';
    readonly explanation: Explanation;
    readonly at: Instant;
    readonly answer: {
      readonly outcome: 'adopted' | 'not_adopted';
      readonly reason: string;
      readonly by: MemberId;
      readonly at: Instant;
    } | null;
  } | null;
  readonly dissents: readonly Dissent[];
  readonly closing: { readonly reason: string | null; readonly at: Instant } | null;
}
