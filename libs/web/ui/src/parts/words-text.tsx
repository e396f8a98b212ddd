import { wordsIn, type Language, type Words } from '@tavolo/kernel';
import { shellMessages } from '../messages/shell-messages.js';
import { useLanguage, useMessages } from '../language/use-language.js';
import styles from './text.module.css';

interface WordsTextProps {
  /** What people wrote, in one or both languages; contracts write an absent language as `undefined`. */
  readonly words: { readonly [Language in keyof Words]?: Words[Language] | undefined } | null;
  /** Says visibly in which language the words are, when it is not the reader's. */
  readonly marked?: boolean;
}

/** Words in the reader's language; otherwise in the language there is, marked with `lang` so that it is pronounced right. */
export function WordsText({ words, marked = false }: WordsTextProps) {
  const { language } = useLanguage();
  const found = words ? wordsIn(words as Words, language) : null;
  if (!found) return null;
  if (found.language === language) return <>{found.text}</>;
  return (
    <>
      <span lang={found.language}>{found.text}</span>
      {marked && <LanguageMark language={found.language} />}
    </>
  );
}

/** Says in which language words are, when it is known and not the reader's: `(in English)`. */
export function LanguageMark({ language: written }: { readonly language: Language | null }) {
  const { language } = useLanguage();
  const say = useMessages(shellMessages);
  if (written === null || written === language) return null;
  return (
    <>
      {' '}
      <span className={`${styles.soft} ${styles.nowrap}`}>({say(`words.inOther.${written}`)})</span>
    </>
  );
}

/** The same choice of words as a plain text, for titles and attributes. */
export function useWords(): (words: WordsTextProps['words']) => string {
  const { language } = useLanguage();
  return (words) => (words ? (wordsIn(words as Words, language)?.text ?? '') : '');
}
