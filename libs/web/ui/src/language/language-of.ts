import { type Language } from '@tavolo/kernel';

/** Small words that one of the two languages uses all the time and the other never. */
const smallWords: Readonly<Record<Language, ReadonlySet<string>>> = {
  en: new Set(
    (
      'the and of to is are was were be been not with for that this these it its we our they their them has have had would will should ' +
      'cannot must by from at on than only every each before after without but or which who there an any if when while you your he she his her'
    ).split(' '),
  ),
  it: new Set(
    (
      'il lo la gli le un uno una di del dello della dei degli delle dell da dal dalla dalle dai al allo alla alle ai nel nello nella nelle ' +
      'nei nell sul sulla sulle che non è e con si ma anche più questo questa questi queste ha hanno ogni senza prima dopo loro nostro ' +
      'nostra nostri nostre tra fra deve devono può possono per'
    ).split(' '),
  ),
};

/**
 * The language in which a person wrote, told from the small words of the text. `null` where they leave a doubt: words too few or from both,
 * as in a name. It serves the voice that reads it aloud and a note for the eye, and nothing that anybody decides.
 */
export function languageOf(text: string): Language | null {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  const count = (language: Language): number => words.filter((word) => smallWords[language].has(word)).length;
  const [en, it] = [count('en'), count('it')];
  if (en > 3 * it) return 'en';
  return it > 3 * en ? 'it' : null;
}
