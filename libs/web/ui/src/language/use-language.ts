import { type Language } from '@tavolo/kernel';
import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { messagesIn, type Catalogue, type Say } from '@tavolo/words';
import { rememberLanguage, speech } from './i18n.js';

/** The language of the interface, and how to change it: at once, and remembered on this device. */
export function useLanguage(): { readonly language: Language; readonly setLanguage: (language: Language) => void } {
  const { i18n } = useTranslation(undefined, { i18n: speech, useSuspense: false });
  const setLanguage = useCallback((next: Language) => {
    rememberLanguage(next);
    document.documentElement.lang = next;
    void speech.changeLanguage(next);
  }, []);
  return { language: i18n.language === 'it' ? 'it' : 'en', setLanguage };
}

/** Messages of one namespace in the reader's language: `const say = useMessages(tableMessages); say('title')`. */
export function useMessages<Key extends string>(words: Catalogue<Key>): Say<Key> {
  const { language } = useLanguage();
  return useMemo(() => messagesIn(words, language), [words, language]);
}
