/**
 * The language in which rules of quorum and majority are written where the settings of a rulebook do not suffice: ratios and counts over
 * named numbers of a tally, shares of groups that satisfy a condition, and both nested. Plain data, exact, and small enough to be said in
 * sentences. It expresses double majorities (people and cantons), qualified majorities with a blocking minority, vetoes, concurrent
 * majorities of designated blocs and quorums of turnout or approval.
 */

/** An exact number: whole, or a text such as `1/2`, `23/2`, `18.49`. */
export type ExactNumber = number | string;

/** How what is found is compared with what is needed. */
export const comparisons = ['>', '>=', '<', '<=', '='] as const;
export type Comparison = (typeof comparisons)[number];

interface Named {
  /** What people call the condition; it keys the verdict in `conditions`. */
  readonly id?: string;
  /** A condition with the role `quorum` that fails makes the vote void instead of lost. */
  readonly role?: 'quorum';
}

interface Compared {
  readonly op: Comparison;
  readonly value: ExactNumber;
}

/** The sum of `numerator` compared with `value` × the sum of `denominator`; it never holds when the denominator is zero. */
export interface RatioCondition extends Named, Compared {
  readonly type: 'ratio';
  readonly numerator: readonly string[];
  readonly denominator: readonly string[];
}

/** The sum of the named counts compared with `value`. */
export interface CountCondition extends Named, Compared {
  readonly type: 'count';
  readonly of: readonly string[];
}

/** The weight (`weightBy`, else one each) of the groups that satisfy `each`, as a sum or as a share of the weight of all groups. */
export interface GroupsCondition extends Named, Compared {
  readonly type: 'groups';
  readonly each: Condition;
  /** Ids or kinds of the groups that are asked; all when absent. */
  readonly only?: readonly string[];
  readonly weightBy?: string;
  readonly as: 'sum' | 'share';
}

/** Each, or none, of the groups satisfies `each`. */
export interface EachGroupCondition extends Named {
  readonly type: 'every-group' | 'no-group';
  readonly each: Condition;
  readonly only?: readonly string[];
}

/** At least one, or all, of the conditions hold. */
export interface NestedCondition extends Named {
  readonly type: 'any-of' | 'all-of';
  readonly conditions: readonly Condition[];
}

export type Condition = RatioCondition | CountCondition | GroupsCondition | EachGroupCondition | NestedCondition;

/** A rule holds when all its conditions hold. */
export interface ConditionalRule {
  readonly name: string;
  readonly conditions: readonly Condition[];
}

/** Numbers by name, e.g. `yes`, `no`, `abstain`, `eligible`; a name that is not there counts as zero. */
export type Counts = Readonly<Record<string, ExactNumber>>;

/** A sector, a bloc, a canton, or one member with a weight. */
export interface TallyGroup {
  readonly id: string;
  readonly kind?: string;
  /** Weights by name; a missing one counts as one. */
  readonly weights?: Counts;
  readonly counts: Counts;
}

/** What a rule is asked of. */
export interface Tally {
  readonly total: Counts;
  readonly groups: readonly TallyGroup[];
}
