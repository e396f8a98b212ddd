import { type RulePlace } from './rule-places.js';

/**
 * Why a verdict is what it is, as a tree. A leaf compares numbers or states a fact; a branch holds when all (`all`), at least one (`any`) or
 * none (`none`) of its children hold, so the leaves always add up to the verdict. Plain values only: it is stored with the result, sent, and printed in
 * both languages from `key` and `values`.
 *
 * A leaf with numbers carries `have`, `needed` and `relation` (`atLeast`, `moreThan`, `atMost`, `lessThan`, `exactly`) and holds exactly when they say so. A node
 * without `join` may list its parts as children (`prevailing`): their numbers sum up to its own. Further values of each key:
 *
 * - `rule`: `name`. `condition.*` (conditions/condition.ts): `id`, `group` where it is asked of one group, `weight` of that group; `ratio`:
 *   `numerator`, `denominator` (names of counts), `value`, `of` (what the denominator adds up to); `count`: `counts`; `groups`: `as`, `weightBy`,
 *   `only`, `value`, `of` (the weight of all groups), its children are the groups; `everyGroup`, `noGroup`: `only`.
 * - `result.*`: `ballot`, `version`, `call`. Holds exactly when the text is adopted.
 * - `quorum`: `call`; `quorum.overall`: `eligible`, `fraction`, `strict`, `call`; `quorum.sector`: `sector`, `eligible`, `min`, and
 *   `fraction` on first call; `quorum.emptySector`: `sector`, `eligible` (0), `effect` (`block`, `waive`).
 * - `majority`: `yes`, `no`, `abstain`, `base`, `on` (`cast`, `eligible`), `fraction`, `strict`; `needed` already says that a tie rejects.
 * - `concurrence.party`: `sector`, `eligible`, `yes`, `no`, `abstain`.
 * - `consent`: `round`, `version`, `consent`, `standAside`, `objections`; `consent.complete`: `given`, `eligible`.
 * - `mandate.support`: `eligible`.
 * - `settlement.party`: `sector`. `hold`: `sector`, `eligible`, `fraction`.
 * - `consultation.answered`: `entitled`, `assessments`, `needed`, `silentSectors`; `consultation.fewSeats`: `entitled`, `fraction`; `consultation.silentSector`: `sector`,
 *   `entitled`. They hold when enough have spoken.
 * - `prevailing`: `supportive`, `contrary`, `leaning`, `entitled`, `assessments`; `prevailing.sector`: the same three and `sector`. They hold
 *   when more are supportive than contrary.
 * - `replies.complete`: `assessments`, `missing` (keys).
 * - `deviation`: `outcome`; its first two grounds: `outcome`, `leaning`, `supportive`, `contrary`; `deviation.rejectedCondition`: `sector`,
 *   `entitled`, `fraction`, `strict`. They hold when the decision departs from what was said.
 * - `quorum.organisations`: numbers alone.
 * - `scope_check`: `mandate`, `version`, `amount`; `scope_check.mandate`: `state`; `scope_check.area`: `area`, `scope`; `scope_check.expenseType`: `expenseType`,
 *   `expenseTypes`; `scope_check.exclusions`: `exclusions` (those that it touches); `scope_check.ceiling`, `scope_check.budget`: `have` and `needed` are cents.
 * - `mandate.report`: `dueOn`; its numbers are days since then, and how many are allowed. `mandate.revocation`: `ground`; `mandate.notice`: `from`;
 *   `mandate.hearing`: none. The mandate may be revoked when both hold.
 * - `mode_change.support`: `sector`, `eligible`; `mode_change.noticeOver`: `from`; `mode_change.vote`: `ballot`; `mode_change.standstill`: `days`, `from`;
 *   `mode_change.nothingOpen`: `what` (`ballot`, `emergency`) and `key` of what stands in the way. `mode_change.effect` holds when the change takes effect.
 * - `shares.sector`: `sector`, `fraction`, `of` (all voting seats); `shares.vacant`: `sector`, `vacant`. They hold when the fixed shares are kept.
 * - `entry.signatories`, `entry.sectors`: numbers alone; the charter is in force when both hold.
 * - `agreement.kind`: `kind`; `agreement.responsibilities`: `clauses` (count); `agreement.clauseAnswerable`: `clause`; `agreement.review`:
 *   `reviewOn`, `after`.
 */
export interface Explanation {
  /** Message key, e.g. `quorum.overall`, `majority.cast`, `concurrence.party`, `deviation.contrary`. Closed list: `explanationKeys`. */
  readonly key: ExplanationKey;
  readonly held: boolean;
  /** Where the rule stands in the rulebook, e.g. `quorum.perSector`; absent when the rule is a common rule of domain.md 2.1. */
  readonly rule?: RulePlace;
  /** Numbers are counts of seats or days, or cents where the key says so; texts are fractions (`1/2`), sectors, seat ids or instants. */
  readonly values: Readonly<Record<string, number | string | boolean | readonly string[]>>;
  readonly join?: Join;
  readonly children: readonly Explanation[];
}

/** Whether a branch needs all, any or none of its children. */
export type Join = 'all' | 'any' | 'none';

export const explanationKeys = [
  'result.adopted',
  'result.rejected',
  'result.no_quorum',
  'rule',
  'condition.ratio',
  'condition.count',
  'condition.groups',
  'condition.everyGroup',
  'condition.noGroup',
  'condition.anyOf',
  'condition.allOf',
  'quorum',
  'quorum.overall',
  'quorum.sector',
  'quorum.emptySector',
  'quorum.organisations',
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
  'mandate.support',
  'consultation.answered',
  'consultation.fewSeats',
  'consultation.silentSector',
  'prevailing',
  'prevailing.sector',
  'replies.complete',
  'deviation',
  'deviation.againstContrary',
  'deviation.againstSupportive',
  'deviation.rejectedCondition',
  'shares',
  'shares.sector',
  'shares.vacant',
  'entry',
  'entry.signatories',
  'entry.sectors',
  'scope_check',
  'scope_check.mandate',
  'scope_check.area',
  'scope_check.expenseType',
  'scope_check.exclusions',
  'scope_check.ceiling',
  'scope_check.budget',
  'mandate.report',
  'mandate.revocation',
  'mandate.notice',
  'mandate.hearing',
  'mode_change.support',
  'mode_change.noticeOver',
  'mode_change.adopted',
  'mode_change.effect',
  'mode_change.vote',
  'mode_change.consent',
  'mode_change.consentNotNeeded',
  'mode_change.standstill',
  'mode_change.nothingOpen',
  'mode_change.emergency',
  'mode_change.emergencyDays',
  'agreement',
  'agreement.kind',
  'agreement.responsibilities',
  'agreement.clauseAnswerable',
  'agreement.commitments',
  'agreement.measures',
  'agreement.review',
] as const;
export type ExplanationKey = (typeof explanationKeys)[number];
