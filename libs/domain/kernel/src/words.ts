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

/** Characters that count as letters or symbols and yet show nothing: fillers of Hangul and the blank Braille pattern. */
const blank = /[\u115f\u1160\u2800]/gu;

/**
 * Number of characters of a text that a reader sees: letters, digits, punctuation and symbols; runs of white space count once, and not at
 * the ends. Marks belong to their letter; what shows nothing by itself (format and control characters, fillers, unassigned and private
 * characters) does not count. A reason of invisible characters is no reason, and padding does not make a statement longer.
 */
export function visibleLength(text: string): number {
  const seen = text
    .normalize('NFKC')
    .replace(blank, '')
    .replace(/[^\p{L}\p{N}\p{P}\p{S}\p{Z}\p{Cc}]/gu, '')
    .replace(/[\p{Z}\p{Cc}]+/gu, ' ')
    .trim();
  return Array.from(seen).length;
}
