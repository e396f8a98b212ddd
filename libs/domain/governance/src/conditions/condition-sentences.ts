import { type Comparison, type Condition } from './condition.js';

/** Keys of the sentences in which further conditions are printed. Those that ask about others announce how many of the next sentences they mean. */
export const conditionSentenceKeys = [
  'condition.ratio', // numerator, denominator, comparison, value
  'condition.ratio.void', // the same, of a quorum
  'condition.count', // counts, comparison, value
  'condition.count.void',
  'condition.groups.sum', // comparison, value; then one sentence
  'condition.groups.share',
  'condition.everyGroup', // then one sentence
  'condition.noGroup',
  'condition.anyOf', // count; then so many sentences
  'condition.allOf',
] as const;
type ConditionSentenceKey = (typeof conditionSentenceKeys)[number];

interface ConditionSentence {
  readonly key: ConditionSentenceKey;
  readonly values: Readonly<Record<string, number | string | readonly string[]>>;
}

/** A condition as sentences in reading order: itself, then what it asks about. */
export function conditionSentences(condition: Condition): readonly ConditionSentence[] {
  switch (condition.type) {
    case 'ratio': {
      const { numerator, denominator } = condition;
      return [
        { key: voided(condition, 'condition.ratio'), values: { numerator, denominator, ...compared(condition) } },
      ];
    }
    case 'count':
      return [{ key: voided(condition, 'condition.count'), values: { counts: condition.of, ...compared(condition) } }];
    case 'groups': {
      const key = condition.as === 'sum' ? 'condition.groups.sum' : 'condition.groups.share';
      return [{ key, values: compared(condition) }, ...conditionSentences(condition.each)];
    }
    case 'every-group':
    case 'no-group': {
      const key = condition.type === 'every-group' ? 'condition.everyGroup' : 'condition.noGroup';
      return [{ key, values: {} }, ...conditionSentences(condition.each)];
    }
    case 'any-of':
    case 'all-of': {
      const key = condition.type === 'any-of' ? 'condition.anyOf' : 'condition.allOf';
      const parts = condition.conditions.flatMap(conditionSentences);
      return [{ key, values: { count: parts.length } }, ...parts];
    }
  }
}

const voided = <Key extends 'condition.ratio' | 'condition.count'>(
  { role }: Condition,
  key: Key,
): Key | `${Key}.void` => (role === 'quorum' ? (`${key}.void` as const) : key);

const compared = ({ op, value }: { readonly op: Comparison; readonly value: number | string }) => ({
  comparison: op,
  value: String(value),
});
