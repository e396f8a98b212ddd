import { compareFractions, fractionText, parseExact, type Fraction } from '@tavolo/kernel';
import { type Explanation, type ExplanationKey, type Join } from './explanation.js';
import { type RulePlace } from './rule-places.js';

type Values = Explanation['values'];

/** How a leaf compares its two numbers, `have` and `needed`. */
export type Relation = 'atLeast' | 'moreThan' | 'atMost' | 'lessThan' | 'exactly';

/** What each relation says of the sign of `have - needed`. */
const compare: Readonly<Record<Relation, (difference: number) => boolean>> = {
  atLeast: (difference) => difference >= 0,
  moreThan: (difference) => difference > 0,
  atMost: (difference) => difference <= 0,
  lessThan: (difference) => difference < 0,
  exactly: (difference) => difference === 0,
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
  const held = compare[relation](have - needed);
  return { key, held, ...ruled(rule), values: { ...values, have, needed, relation }, children: [] };
}

/** The same for exact fractions: whole numbers are stored as numbers, the others as texts such as `23/2`. */
export function fractionsLeaf(
  key: ExplanationKey,
  have: Fraction,
  relation: Relation,
  needed: Fraction,
  { rule, values = {} }: Detail = {},
): Explanation {
  const held = compare[relation](compareFractions(have, needed));
  const written = { ...values, have: plainNumber(have), needed: plainNumber(needed), relation };
  return { key, held, ...ruled(rule), values: written, children: [] };
}

/** A whole number as a number, anything else as its text. */
export const plainNumber = (value: Fraction): number | string =>
  value.denominator === 1n && Number.isSafeInteger(Number(value.numerator))
    ? Number(value.numerator)
    : fractionText(value);

/** A leaf that states a fact. */
export const factLeaf = (key: ExplanationKey, held: boolean, { rule, values = {} }: Detail = {}): Explanation => ({
  key,
  held,
  ...ruled(rule),
  values,
  children: [],
});

/** What a branch's children say together. */
const joined: Readonly<Record<Join, (held: readonly boolean[]) => boolean>> = {
  all: (held) => held.every(Boolean),
  any: (held) => held.some(Boolean),
  none: (held) => !held.some(Boolean),
};

/** A branch that holds when all (`all`), at least one (`any`) or none (`none`) of its children hold. */
export function branch(
  key: ExplanationKey,
  join: Join,
  children: readonly Explanation[],
  { rule, values = {} }: Detail = {},
): Explanation {
  const held = joined[join](children.map((child) => child.held));
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
  if (join) return joined[join](children.map(holds));
  const { have, needed, relation } = values;
  if (!isAmount(have) || !isAmount(needed) || !isRelation(relation)) return explanation.held;
  return compare[relation](compareFractions(parseExact(have), parseExact(needed)));
}

/** Whether at every place of the tree what is stated as held is what its leaves give. */
export const addsUp = (explanation: Explanation): boolean =>
  holds(explanation) === explanation.held && explanation.children.every(addsUp);

const isAmount = (value: unknown): value is number | string => typeof value === 'number' || typeof value === 'string';

const isRelation = (value: unknown): value is Relation => typeof value === 'string' && Object.hasOwn(compare, value);
