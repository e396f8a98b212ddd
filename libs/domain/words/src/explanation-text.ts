import { isRulePlace, type DecisionBase, type Explanation } from '@tavolo/governance';
import { parseFraction, type Language } from '@tavolo/kernel';
import { countedName } from './counted-name.js';
import { formats } from './formats.js';
import { messagesIn } from './messages-in.js';
import { explanationMessages } from './messages/explanation-messages.js';
import { rulePlaceMessages } from './messages/rule-place-messages.js';
import { euros, valuesInWords, type Naming } from './values-in-words.js';

type SayKey = keyof typeof explanationMessages.messages.en;

/** One part of an explanation as one sentence with its numbers. */
export function explanationSentence(explanation: Explanation, naming: Naming): string {
  const say = messagesIn(explanationMessages, naming.language);
  const { key, held, values } = explanation;
  const wording = held || !(`${key}.not` in explanationMessages.messages.en) ? key : `${key}.not`;
  return say(wording as SayKey, {
    ...valuesInWords(values, naming),
    ...shareOf(explanation, naming),
    ...conditionOf(explanation, naming),
    ...moneyOf(explanation, naming),
  });
}

/** `more than 1/2`, and what it is a share of, as a majority or a quorum needs it. */
function shareOf({ values }: Explanation, naming: Naming): Record<string, string> {
  const say = messagesIn(explanationMessages, naming.language);
  const write = formats(naming.language, naming.zone);
  const { fraction, strict, on, base } = values;
  return {
    ...(typeof fraction === 'string' && {
      fraction: write.fraction(fraction),
      share: say(shareKey(fraction, strict === true), { fraction: write.fraction(fraction) }),
    }),
    ...(typeof base === 'number' && { base: say(`base.${(on ?? 'cast') as DecisionBase}`, { base }) }),
  };
}

/** A share of nothing is asked of no number. */
const shareKey = (fraction: string, strict: boolean): 'share.any' | 'share.strict' | 'share.least' => {
  if (strict) return 'share.strict';
  return parseFraction(fraction).numerator === 0n ? 'share.any' : 'share.least';
};

/** Which group a condition asks, which numbers it counts, and how much is needed. */
function conditionOf({ key, values }: Explanation, naming: Naming): Record<string, string> {
  if (!key.startsWith('condition.')) return {};
  const say = messagesIn(explanationMessages, naming.language);
  const write = formats(naming.language, naming.zone);
  const { group, relation, needed, numerator, counts } = values;
  const names = (value: unknown): string =>
    Array.isArray(value) ? write.list(value.map((name) => countedName(String(name), naming.language))) : '';
  return {
    about: typeof group === 'string' ? `${valuesInWords({ group }, naming).group ?? ''}: ` : '',
    numerator: names(numerator),
    counts: names(counts),
    least: typeof relation === 'string' ? say(`relation.${relation}` as SayKey, { needed: String(needed) }) : '',
  };
}

/** What a check of a mandate compares is money. */
function moneyOf({ key, values: { have, needed } }: Explanation, naming: Naming): Record<string, string> {
  if (key !== 'scope_check.ceiling' && key !== 'scope_check.budget') return {};
  const write = formats(naming.language, naming.zone);
  return { have: write.money(euros(Number(have))), needed: write.money(euros(Number(needed))) };
}

/** A whole explanation as plain text, one sentence a line, its parts indented by two spaces: for minutes, mails and copying. */
export function explanationText(explanation: Explanation, naming: Naming, depth = 0): string {
  const mark = explanation.held ? '✓' : '✗';
  const line = `${'  '.repeat(depth)}${mark} ${explanationSentence(explanation, naming)}`;
  return [line, ...explanation.children.map((child) => explanationText(child, naming, depth + 1))].join('\n');
}

/** Where a rule stands, in words; `null` for a place that this version does not know, so that no code word reaches a reader. */
export const rulePlaceText = (rule: string | undefined, language: Language): string | null =>
  isRulePlace(rule) ? messagesIn(rulePlaceMessages, language)(rule) : null;
