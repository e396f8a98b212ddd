import { wordsIn, type Language, type Words } from '@tavolo/kernel';
import { writeLetter, type Letter, type MailTexts } from './letter.js';

interface Values {
  readonly name: string;
  readonly link: string;
  readonly days: number;
  /** The table that the invitation is for; `null`: the installation only. */
  readonly table: Words | null;
}

const letters: Readonly<Record<Language, (values: Values & { tableName: string | null }) => Letter>> = {
  en: ({ name, link, days, tableName }) => ({
    subject: tableName === null ? 'You are invited to Tavolo' : `You are invited to the table: ${tableName}`,
    paragraphs: [
      `Dear ${name},`,
      tableName === null
        ? 'you are invited to Tavolo, where public bodies, associations and citizens decide together.'
        : `you are invited to take a seat at a table where public bodies, associations and citizens decide together: ${tableName}.`,
      { address: link, label: 'See the invitation and choose a password' },
      `The link works for ${days} days. If it has expired, tell whoever invited you: it can be sent again.`,
    ],
  }),
  it: ({ name, link, days, tableName }) => ({
    subject: tableName === null ? 'Invito in Tavolo' : `Invito al tavolo: ${tableName}`,
    paragraphs: [
      `Gentile ${name},`,
      tableName === null
        ? 'ricevi questo invito per Tavolo, dove enti pubblici, associazioni e cittadini decidono insieme.'
        : `ricevi questo invito per un seggio a un tavolo dove enti pubblici, associazioni e cittadini decidono insieme: ${tableName}.`,
      { address: link, label: 'Vedi l’invito e scegli una password' },
      `Il collegamento vale ${days} giorni. Se è scaduto, dillo a chi ha mandato l’invito: può essere inviato di nuovo.`,
    ],
  }),
};

/** The mail with the link of an invitation. */
export function invitationMail(language: Language, values: Values): MailTexts {
  const tableName = values.table === null ? null : (wordsIn(values.table, language)?.text ?? null);
  return writeLetter(letters[language]({ ...values, tableName }), language);
}
