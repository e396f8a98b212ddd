import { type Explanation, type ExplanationKey } from './explanation.js';
import { type RulePlace } from './rule-places.js';

type Values = Explanation['values'];

/** How a leaf compares its two numbers, `have` and `needed`. */
export type Relation = 'atLeast' | 'moreThan' | 'atMost';

const compare: Readonly<Record<Relation, (have: number, needed: number) => boolean>> = {
  atLeast: (have, needed) => have >= needed,
  moreThan: (have, needed) => have > needed,
  atMost: (have, needed) => have <= needed,
};

interface Detail {
  readonly rule?: RulePlace;
  readonly values?: Values;
}

const ruled = (rule: RulePlace | undefined): { rule?: RulePlace } => (rule === undefined ? {} : { rule });

/** A leaf that compares numbers: its values carry `have`, `needed` and `relation`, and it holds exactly when they say so. */
export function numbersLeaf(
  key: ExplanationKey,
  have: number,
  relation: Relation,
  needed: number,
  { rule, values = {} }: Detail = {},
): Explanation {
  const held = compare[relation](have, needed);
  return { key, held, ...ruled(rule), values: { ...values, have, needed, relation }, children: [] };
}

/** A leaf that states a fact. */
export const factLeaf = (key: ExplanationKey, held: boolean, { rule, values = {} }: Detail = {}): Explanation => ({
  key,
  held,
  ...ruled(rule),
  values,
  children: [],
});

/** A branch that holds when all (`all`) or at least one (`any`) of its children hold. */
export function branch(
  key: ExplanationKey,
  join: 'all' | 'any',
  children: readonly Explanation[],
  { rule, values = {} }: Detail = {},
): Explanation {
  const held = join === 'all' ? children.every((child) => child.held) : children.some((child) => child.held);
  return { key, held, ...ruled(rule), values, join, children };
}

/** A comparison of numbers with its parts listed below it: the parts' numbers sum up to its own. */
export const numbersWithParts = (leaf: Explanation, parts: readonly Explanation[]): Explanation => ({
  ...leaf,
  children: parts,
});

/**
 * The verdict computed again from the leaves: numbers are compared again, facts are taken as stated. It equals `held` in every
 * explanation that this library makes.
 */
export function holds(explanation: Explanation): boolean {
  const { join, children, values } = explanation;
  if (join === 'all') return children.every(holds);
  if (join === 'any') return children.some(holds);
  const { have, needed, relation } = values;
  if (typeof have !== 'number' || typeof needed !== 'number' || !isRelation(relation)) return explanation.held;
  return compare[relation](have, needed);
}

/** Whether at every place of the tree what is stated as held is what its leaves give. */
export const addsUp = (explanation: Explanation): boolean =>
  holds(explanation) === explanation.held && explanation.children.every(addsUp);

const isRelation = (value: unknown): value is Relation => typeof value === 'string' && Object.hasOwn(compare, value);
