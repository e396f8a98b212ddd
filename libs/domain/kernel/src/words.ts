/** The languages of the interface. */
export const languages = ['en', 'it'] as const;
export type Language = (typeof languages)[number];

/** A short text in one or more languages; at least one is present. A reader is shown her own, else the one there is, marked with its language. */
export type Words = Readonly<Partial<Record<Language, string>>>;

/** The text in `preferred`, else in any language that is present, with the language it is in; `null` when there is none. */
export function wordsIn(words: Words, preferred: Language): { text: string; language: Language } | null {
  for (const language of [preferred, ...languages]) {
    const text = words[language];
    if (text !== undefined) return { text, language };
  }
  return null;
}

/**
 * Number of characters of a text that a reader sees: format and control characters do not count, runs of white space count once, and not
 * at the ends. A reason of zero-width characters is no reason, and padding does not make a statement longer.
 */
export function visibleLength(text: string): number {
  const seen = text
    .normalize('NFKC')
    .replace(/[\p{Cf}\p{Cs}]/gu, '')
    .replace(/[\p{Z}\p{Cc}]+/gu, ' ')
    .trim();
  return Array.from(seen).length;
}
