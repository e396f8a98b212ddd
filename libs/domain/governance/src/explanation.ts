/**
 * Why a verdict is what it is, as a tree. A leaf compares numbers or states a fact; a branch holds when all (`all`) or at least one (`any`)
 * of its children hold, so the leaves always add up to the verdict. Plain values only: it is stored with the result, sent, and printed in
 * both languages from `key` and `values`.
 */
export interface Explanation {
  /** Message key, e.g. `quorum.overall`, `majority.cast`, `concurrence.party`, `deviation.contrary`. Closed list: `explanationKeys`. */
  readonly key: ExplanationKey;
  readonly held: boolean;
  /** Where the rule stands in the rulebook, e.g. `quorum.perSector`; absent when the rule is a common rule of domain.md 2.1. */
  readonly rule?: string;
  /** Numbers are counts of seats or days; texts are fractions (`1/2`), sectors, seat ids or instants. */
  readonly values: Readonly<Record<string, number | string | boolean | readonly string[]>>;
  readonly join?: 'all' | 'any';
  readonly children: readonly Explanation[];
}

export const explanationKeys = [
  'result.adopted',
  'result.rejected',
  'result.no_quorum',
  'quorum',
  'quorum.overall',
  'quorum.sector',
  'quorum.emptySector',
  'majority',
  'concurrence',
  'concurrence.party',
  'concurrence.none',
  'consent',
  'consent.objections',
  'consent.complete',
  'settlement',
  'settlement.facilitator',
  'settlement.party',
  'hold',
  'consultation.answered',
  'consultation.fewSeats',
  'consultation.silentSector',
  'consultation.thin',
  'prevailing',
  'prevailing.sector',
  'replies.complete',
  'deviation',
  'deviation.againstContrary',
  'deviation.againstSupportive',
  'deviation.rejectedCondition',
  'agreement',
  'agreement.kind',
  'agreement.responsibilities',
  'agreement.clauseAnswerable',
  'agreement.commitments',
  'agreement.measures',
  'agreement.review',
] as const;
export type ExplanationKey = (typeof explanationKeys)[number];
