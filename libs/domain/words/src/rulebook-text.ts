import {
  rulebookSentences,
  whoDecides,
  type Comparison,
  type DecisionBase,
  type Procedure,
  type Rulebook,
  type RulebookSentence,
} from '@tavolo/governance';
import { wordsIn, type Language, type Words } from '@tavolo/kernel';
import { formats } from './formats.js';
import { messagesIn } from './messages-in.js';
import { countedName } from './counted-name.js';
import { conditionMessages } from './messages/condition-messages.js';
import { provisionMessages } from './messages/provision-messages.js';
import { rulebookMessages } from './messages/rulebook-messages.js';
import { valuesInWords } from './values-in-words.js';

type RulebookKey = keyof typeof rulebookMessages.messages.en;

/** A rulebook as plain sentences in reading order. */
export const rulebookText = (rulebook: Rulebook, language: Language): readonly string[] =>
  rulebookSentences(rulebook).map((sentence) => rulebookSentenceText(sentence, language));

/** One sentence of a rulebook. */
export function rulebookSentenceText({ key, values }: RulebookSentence, language: Language): string {
  if (isOf(key, 'provision.')) {
    return messagesIn(provisionMessages, language)(withoutPrefix(key), spokenProvision(values, language));
  }
  if (isOf(key, 'condition.')) return messagesIn(conditionMessages, language)(key, spokenCondition(values, language));
  return messagesIn(rulebookMessages, language)(key, spoken(values, language, key));
}

const isOf = <Key extends string, Prefix extends string>(
  key: Key,
  prefix: Prefix,
): key is Extract<Key, `${Prefix}${string}`> => key.startsWith(prefix);

const withoutPrefix = <Key extends string>(key: `provision.${Key}`): Key => key.slice('provision.'.length) as Key;

/** Numbers of a provision: `part` of `whole` as a share, days with their unit. */
function spokenProvision(values: Values, language: Language): Record<string, string | number> {
  const { part, whole, days, ...others } = values;
  const say = messagesIn(rulebookMessages, language);
  const numbers = Object.entries(others).filter((pair): pair is [string, number] => typeof pair[1] === 'number');
  return {
    ...Object.fromEntries(numbers),
    ...(typeof days === 'number' && { days: say('days', { count: days }) }),
    ...(typeof part === 'number' &&
      typeof whole === 'number' && { share: formats(language).fraction(`${part}/${whole}`) }),
  };
}

function spokenCondition(values: Values, language: Language): Record<string, string | number> {
  const say = messagesIn(conditionMessages, language);
  const write = formats(language);
  const { numerator, denominator, counts, comparison, value, count } = values;
  const names = (listed: Values[string] | undefined): string =>
    Array.isArray(listed) ? write.list(listed.map((name) => countedName(String(name), language))) : '';
  return {
    numerator: names(numerator),
    denominator: names(denominator),
    counts: names(counts),
    ...(typeof comparison === 'string' &&
      typeof value === 'string' && {
        least: say(`comparison.${comparison as Comparison}`, { amount: write.fraction(value) }),
      }),
    ...(typeof count === 'number' && { count }),
  };
}

/** Who decides, and how: the one plain sentence that stands on every page of a table or procedure. `institution` as governance's `decidingInstitution` finds it. */
export function whoDecidesText(of: Procedure | Rulebook, language: Language, institution: Words | null = null): string {
  const say = messagesIn(rulebookMessages, language);
  const { key, params } = whoDecides(of, institution);
  const values = spoken(params, language);
  if (!key.startsWith('planning.')) return say(`who.${key}` as Extract<RulebookKey, `who.${string}`>, values);
  const concurs = Array.isArray(params.concurrence) && params.concurrence.length > 0;
  return [
    say(params.first === 'consent' ? 'who.planning.consent' : 'who.planning.ballot', values),
    ...(concurs ? [say('who.planning.concurrence', values)] : []),
    ...(key === 'planning.table_with_organ' ? [say('who.planning.organ', values)] : []),
  ].join(' ');
}

type Values = Readonly<Record<string, number | string | boolean | readonly string[] | Words>>;

/** Numbers that are said together with what they count, so that one is not `1 days`. */
const units: Readonly<Record<string, 'days' | 'rounds' | 'times'>> = {
  days: 'days',
  afterDays: 'days',
  replyDays: 'days',
  urgentMin: 'days',
  maxRounds: 'rounds',
  perProposal: 'times',
};

/** The least of a window is days; the least of a quorum is seats. */
const unitOf = (name: string, sentence: string | undefined): 'days' | 'rounds' | 'times' | undefined =>
  name === 'min' && sentence === 'window' ? 'days' : units[name];

function spoken(values: Values, language: Language, sentence?: string): Record<string, string | number> {
  const say = messagesIn(rulebookMessages, language);
  const write = formats(language);
  const { fraction, strict, base, times } = values;
  const plain = Object.entries(values).filter(([, value]) => !isWords(value));
  const named = Object.entries(values).flatMap(([key, value]) =>
    isWords(value) ? [[key, wordsIn(value, language)?.text ?? ''] as const] : [],
  );
  const measured = Object.entries(values).flatMap(([name, value]) => {
    const unit = unitOf(name, sentence);
    return unit !== undefined && typeof value === 'number' ? [[name, say(unit, { count: value })] as const] : [];
  });
  const written = typeof fraction === 'string' ? write.fraction(fraction) : '';
  return {
    ...valuesInWords(Object.fromEntries(plain), { language }),
    ...Object.fromEntries(named),
    ...Object.fromEntries(measured),
    fraction: written,
    share: say(strict === true ? 'share.strict' : 'share.least', { fraction: written }),
    base: say(`base.${(base ?? 'cast') as DecisionBase}`),
    ...(typeof times === 'number' && { count: times }),
  };
}

const isWords = (value: unknown): value is Words =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
