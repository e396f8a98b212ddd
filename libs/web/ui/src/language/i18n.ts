import { languages, type Language } from '@tavolo/kernel';
import { createInstance, type i18n } from 'i18next';
import { type Catalogue, type MessageKey, type MessageValues, type Say } from './catalogue.js';

const rememberedAs = 'tavolo.language';

/** The language remembered on this device, else the browser's, else English. */
export function startingLanguage(): Language {
  const remembered = readStored();
  const wanted = [remembered, ...navigator.languages.map((tag) => tag.slice(0, 2))];
  return languages.find((language) => language === wanted.find((tag) => languages.includes(tag as Language))) ?? 'en';
}

/** Whether the reader chose a language on this device, rather than taking the browser's. */
export const languageWasChosen = (): boolean => readStored() !== null;

export function rememberLanguage(language: Language): void {
  try {
    localStorage.setItem(rememberedAs, language);
  } catch {
    // Storage may be forbidden; then the choice lasts as long as the page.
  }
}

function readStored(): string | null {
  try {
    return localStorage.getItem(rememberedAs);
  } catch {
    return null;
  }
}

/** The one instance: namespaces join it when they are first used, so that a page loads only the words it shows. */
export const speech: i18n = createInstance();

void speech.init({
  lng: typeof navigator === 'undefined' ? 'en' : startingLanguage(),
  fallbackLng: 'en',
  resources: {},
  initAsync: false,
  keySeparator: false,
  nsSeparator: false,
  interpolation: { escapeValue: false, prefix: '{', suffix: '}' },
  returnNull: false,
});

/** Makes a namespace known; calling it again does nothing. */
export function register(words: Catalogue): void {
  if (speech.hasResourceBundle('en', words.namespace)) return;
  for (const language of languages) speech.addResourceBundle(language, words.namespace, words.messages[language]);
}

/** Says messages in a given language, outside of components. */
export function messagesIn<Key extends string>(words: Catalogue<Key>, language: Language): Say<Key> {
  register(words);
  const fixed: (key: string, values: MessageValues) => string = speech.getFixedT(language, words.namespace);
  return (key: MessageKey<Key>, values: MessageValues = {}) => fixed(key, values);
}
