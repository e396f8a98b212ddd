import { type Waiting } from '@tavolo/contracts';
import { type Expectation } from '@tavolo/governance';
import { wordsIn, type Instant, type Language } from '@tavolo/kernel';
import { plainWords, writeLetter, type MailTexts } from '@tavolo/server-identity';
import { expectationText, formats } from '@tavolo/words';

/** What a reminder says. */
export interface Reminded {
  readonly name: string;
  /** The matter; `null` in a private room, of which a mail says nothing. */
  readonly matter: {
    readonly title: Waiting['proposal']['title'];
    readonly table: Waiting['table']['name'];
    readonly asked: Pick<Expectation, 'key' | 'params'>;
  } | null;
  readonly dueAt: Instant;
  /** Address of the page where it is done. */
  readonly link: string;
  /** Address of the page where reminders are switched off. */
  readonly account: string;
}

const phrases = {
  en: {
    subject: (title: string | null, until: string) =>
      title === null ? `Reminder: until ${until}` : `Reminder: “${title}”, until ${until}`,
    greeting: (name: string) => `Dear ${name},`,
    matter: (title: string, table: string) => `you are asked for something about “${title}” (${table}):`,
    room: 'something is asked of you in one of your private rooms. For the sake of the room, this mail says no more.',
    until: (until: string) => `There is time until ${until}. If you have done it in the meantime, you need do nothing.`,
    link: 'See what is asked of you',
    off: (account: string) => `You can switch off these reminders on the page of your account: ${account}`,
  },
  it: {
    subject: (title: string | null, until: string) =>
      title === null ? `Promemoria: entro ${until}` : `Promemoria: «${title}», entro ${until}`,
    greeting: (name: string) => `Gentile ${name},`,
    matter: (title: string, table: string) => `ti è chiesto qualcosa su «${title}» (${table}):`,
    room: 'ti è chiesto qualcosa in una delle tue stanze riservate. Per riguardo alla stanza, questo messaggio non dice altro.',
    until: (until: string) => `C’è tempo fino a: ${until}. Se nel frattempo hai già provveduto, non devi fare nulla.`,
    link: 'Vedi che cosa ti è chiesto',
    off: (account: string) => `Puoi disattivare questi promemoria nella pagina del tuo account: ${account}`,
  },
} as const satisfies Record<Language, unknown>;

/** The mail that reminds somebody of a deadline, in her language. */
export function reminderMail(language: Language, { name, matter, dueAt, link, account }: Reminded): MailTexts {
  const say = phrases[language];
  const until = formats(language).dateTime(dueAt);
  const title = matter === null ? null : written(matter.title, language);
  const about =
    matter === null || title === null
      ? [say.room]
      : [say.matter(title, written(matter.table, language)), expectationText(matter.asked, { language })];
  const paragraphs = [
    say.greeting(name),
    ...about,
    say.until(until),
    { address: link, label: say.link },
    say.off(account),
  ];
  return writeLetter({ subject: say.subject(title, until), paragraphs }, language);
}

const written = (words: Waiting['table']['name'], language: Language): string =>
  wordsIn(plainWords(words), language)?.text ?? '';
