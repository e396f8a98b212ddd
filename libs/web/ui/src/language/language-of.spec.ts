import { languageOf } from './language-of.js';

describe('the language in which a person wrote', () => {
  it.each([
    ['en', 'The budget for 2027 is fixed.'],
    ['en', 'Added to clause 2.'],
    ['en', 'Please ask Casa della Salute before the meeting, and tell us by Friday what they said to you.'],
    ['it', 'Il bilancio 2027 è già chiuso.'],
    ['it', 'Aggiunto alla clausola 2.'],
    ['it', 'L’orario dell’asilo non va bene.'],
    ['it', 'Nessun costo per le famiglie.'],
  ])('is told from its small words (%s): %s', (language, text) => {
    expect(languageOf(text)).toBe(language);
  });

  it.each(['', '2027', 'Filo d’Erba', 'D-401', 'Approved by Il Ponte'])(
    'stays open where they leave a doubt: %s',
    (text) => {
      expect(languageOf(text)).toBeNull();
    },
  );
});
