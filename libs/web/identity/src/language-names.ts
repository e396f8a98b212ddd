import { type Language } from '@tavolo/kernel';

/** Each language in its own name. */
export const languageNames: Readonly<Record<Language, string>> = { en: 'English', it: 'Italiano' };
