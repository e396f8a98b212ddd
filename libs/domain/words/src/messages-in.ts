import { type Language } from '@tavolo/kernel';
import { type Catalogue, type MessageKey, type MessageValues, type Say } from './catalogue.js';

/** English and Italian both have one and many; a message may have words of its own for none. */
const plurals: Readonly<Record<Language, Intl.PluralRules>> = {
  en: new Intl.PluralRules('en'),
  it: new Intl.PluralRules('it'),
};

/**
 * Says messages in a given language. `count` chooses between `key_zero`, `key_one` and `key_other`, of which the first may be missing; a
 * value that is not given leaves its braces empty, and a key without words is said as it is.
 */
export function messagesIn<Key extends string>(words: Catalogue<Key>, language: Language): Say<Key> {
  const messages: Readonly<Record<string, string>> = words.messages[language];
  return (key: MessageKey<Key>, values: MessageValues = {}) => {
    const form = formsOf(key, values.count, language).find((one) => messages[one] !== undefined) ?? key;
    const said = filled(messages[form] ?? key, values);
    return language === 'it' ? elided(said) : said;
  };
}

/** The keys under which a message may stand, best first. */
function formsOf(key: string, count: MessageValues[string] | undefined, language: Language): readonly string[] {
  if (typeof count !== 'number') return [key];
  const form = plurals[language].select(count) === 'one' ? 'one' : 'other';
  return [...(count === 0 ? [`${key}_zero`] : []), `${key}_${form}`, key];
}

const filled = (text: string, values: MessageValues): string =>
  text.replace(/\{(\w+)\}/gu, (_, name: string) => String(values[name] ?? ''));

const beforeVowel =
  /\b(il|dal|al|del|nel) (?=(?:8|11) (?:gennaio|febbraio|marzo|aprile|maggio|giugno|luglio|agosto|settembre|ottobre|novembre|dicembre))/giu;

/** Italian articles before the eighth and the eleventh of a month, which are spoken with a vowel: l’8 settembre. */
const elided = (text: string): string =>
  text.replace(beforeVowel, (_, article: string) =>
    article.toLowerCase() === 'il' ? `${article.startsWith('I') ? 'L' : 'l'}’` : `${article}l’`,
  );
