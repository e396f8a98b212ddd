import { addFractions, fraction, multiplyFractions, parseExact, type Fraction } from '@tavolo/kernel';
import { branch, fractionsLeaf, numbersWithParts, plainNumber, type Relation } from '../explain.js';
import { type Explanation } from '../explanation.js';
import {
  type Comparison,
  type Condition,
  type ConditionalRule,
  type Counts,
  type EachGroupCondition,
  type GroupsCondition,
  type NestedCondition,
  type RatioCondition,
  type Tally,
  type TallyGroup,
} from './condition.js';

/** What a rule says of a tally. */
export interface RuleVerdict {
  readonly passed: boolean;
  /** False when a condition with the role `quorum` fails: the vote is void. */
  readonly quorate: boolean;
  /** Each condition that has an id, at whatever depth outside of groups. */
  readonly conditions: Readonly<Record<string, boolean>>;
  readonly explanation: Explanation;
}

const relations: Readonly<Record<Comparison, Relation>> = {
  '>': 'moreThan',
  '>=': 'atLeast',
  '<': 'lessThan',
  '<=': 'atMost',
  '=': 'exactly',
};

const zero = fraction(0);
const one = fraction(1);

/**
 * Decides a rule on a tally. Exact: every number is a fraction, the order of groups and conditions is nothing to the verdict.
 *
 * @throws DomainError `not_a_fraction` where a number of the rule or the tally is none.
 */
export function decideRule(rule: ConditionalRule, tally: Tally): RuleVerdict {
  const parts = rule.conditions.map((condition) => explain(condition, tally));
  const explanation = branch('rule', 'all', parts, { values: { name: rule.name } });
  const quorate = rule.conditions.every(({ role }, index) => role !== 'quorum' || parts[index]?.held);
  return {
    passed: explanation.held,
    quorate,
    conditions: Object.fromEntries(verdicts(parts)),
    explanation,
  };
}

function verdicts(parts: readonly Explanation[]): readonly (readonly [string, boolean])[] {
  return parts.flatMap(({ key, held, values, children }) => [
    ...(typeof values.id === 'string' ? [[values.id, held] as const] : []),
    ...(key === 'condition.anyOf' || key === 'condition.allOf' ? verdicts(children) : []),
  ]);
}

/** A condition asked of a tally, or of one group, whose `about` names it. */
function explain(condition: Condition, tally: Tally, about: Explanation['values'] = {}): Explanation {
  const values = { ...about, ...(condition.id === undefined ? {} : { id: condition.id }) };
  switch (condition.type) {
    case 'ratio':
      return ratio(condition, tally.total, values);
    case 'count': {
      const have = sumOf(tally.total, condition.of);
      const detail = { values: { ...values, counts: condition.of } };
      return fractionsLeaf('condition.count', have, relations[condition.op], parseExact(condition.value), detail);
    }
    case 'groups':
      return groups(condition, tally, values);
    case 'every-group':
    case 'no-group':
      return eachGroup(condition, tally, values);
    case 'any-of':
    case 'all-of':
      return nested(condition, tally, values);
  }
}

function ratio(
  { numerator, denominator, op, value }: RatioCondition,
  counts: Counts,
  values: Explanation['values'],
): Explanation {
  const have = sumOf(counts, numerator);
  const of = sumOf(counts, denominator);
  const said = { ...values, numerator, denominator, value: String(value), of: plainNumber(of) };
  if (of.numerator === 0n) return { key: 'condition.ratio', held: false, values: said, children: [] };
  const needed = multiplyFractions(parseExact(value), of);
  return fractionsLeaf('condition.ratio', have, relations[op], needed, { values: said });
}

function groups(condition: GroupsCondition, tally: Tally, values: Explanation['values']): Explanation {
  const { each, only, weightBy, as, op, value } = condition;
  const asked = askedOf(tally, only);
  const parts = asked.map((group) => ofGroup(each, group, weightBy));
  const weights = asked.map((group) => weightOf(group, weightBy));
  const all = weights.reduce(addFractions, zero);
  const have = weights.filter((_, index) => parts[index]?.held).reduce(addFractions, zero);
  const needed = as === 'share' ? multiplyFractions(parseExact(value), all) : parseExact(value);
  const said = {
    ...values,
    as,
    ...(weightBy === undefined ? {} : { weightBy }),
    ...(only ? { only } : {}),
    value: String(value),
    of: plainNumber(all),
  };
  return numbersWithParts(fractionsLeaf('condition.groups', have, relations[op], needed, { values: said }), parts);
}

function eachGroup({ type, each, only }: EachGroupCondition, tally: Tally, values: Explanation['values']): Explanation {
  const parts = askedOf(tally, only).map((group) => ofGroup(each, group));
  const detail = { values: { ...values, ...(only ? { only } : {}) } };
  return type === 'every-group'
    ? branch('condition.everyGroup', 'all', parts, detail)
    : branch('condition.noGroup', 'none', parts, detail);
}

function nested({ type, conditions }: NestedCondition, tally: Tally, values: Explanation['values']): Explanation {
  const parts = conditions.map((condition) => explain(condition, tally));
  return type === 'any-of'
    ? branch('condition.anyOf', 'any', parts, { values })
    : branch('condition.allOf', 'all', parts, { values });
}

function ofGroup(each: Condition, group: TallyGroup, weightBy?: string): Explanation {
  const weight = weightBy === undefined ? {} : { weight: plainNumber(weightOf(group, weightBy)) };
  return explain(each, { total: group.counts, groups: [] }, { group: group.id, ...weight });
}

const askedOf = ({ groups: all }: Tally, only: readonly string[] | undefined): readonly TallyGroup[] =>
  only ? all.filter(({ id, kind }) => only.includes(id) || (kind !== undefined && only.includes(kind))) : all;

function weightOf({ weights }: TallyGroup, weightBy: string | undefined): Fraction {
  const weight = weightBy === undefined ? undefined : weights?.[weightBy];
  return weight === undefined ? one : parseExact(weight);
}

const sumOf = (counts: Counts, names: readonly string[]): Fraction =>
  names.map((name) => parseExact(counts[name] ?? 0)).reduce(addFractions, zero);
