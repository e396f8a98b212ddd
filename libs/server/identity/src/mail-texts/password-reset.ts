import { type Language } from '@tavolo/kernel';
import { writeLetter, type Letter, type MailTexts } from './letter.js';

interface Values {
  readonly name: string;
  readonly link: string;
}

const letters: Readonly<Record<Language, (values: Values) => Letter>> = {
  en: ({ name, link }) => ({
    subject: 'Set a new password for Tavolo',
    paragraphs: [
      `Dear ${name},`,
      'somebody, probably you, asked for a new password. With this link you can set one. It works once, for one hour.',
      { address: link, label: 'Set a new password' },
      'If it was not you, do nothing: your password stays as it is.',
    ],
  }),
  it: ({ name, link }) => ({
    subject: 'Imposta una nuova password per Tavolo',
    paragraphs: [
      `Gentile ${name},`,
      'è stata chiesta una nuova password. Con questo collegamento puoi impostarla. Vale una volta sola, per un’ora.',
      { address: link, label: 'Imposta una nuova password' },
      'Se non l’hai chiesta tu, non fare nulla: la password resta quella di prima.',
    ],
  }),
};

/** The mail with the link to set a new password. */
export function passwordResetMail(language: Language, values: Values): MailTexts {
  return writeLetter(letters[language](values), language);
}
