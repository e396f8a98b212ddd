import { languages, type Language } from '@tavolo/kernel';
import { createInstance, type i18n } from 'i18next';

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

/** Holds the language of the page, and tells the components when it changes; the words themselves come from their catalogues. */
export const speech: i18n = createInstance();

void speech.init({
  lng: typeof navigator === 'undefined' ? 'en' : startingLanguage(),
  fallbackLng: 'en',
  resources: {},
  initAsync: false,
});
