import { languages, type Language, type Words } from '@tavolo/kernel';

/** Words as a schema parses them may hold `undefined`; what is stored and recorded may not. */
export function plainWords(words: Readonly<Partial<Record<Language, string | undefined>>>): Words {
  const plain: Partial<Record<Language, string>> = {};
  for (const language of languages) {
    const text = words[language];
    if (text !== undefined) plain[language] = text;
  }
  return plain;
}
