import { type LogEntryView } from '@tavolo/contracts';
import { type Language } from '@tavolo/kernel';
import { LanguageMark, languageOf, useMessages, useNaming } from '@tavolo/web-ui';
import { logMessages } from '../messages/log-messages.js';
import styles from './entries.module.css';
import { writtenIn } from './written.js';

/** What people wrote, shown as plain text in an isolated direction; what is not shown is said to be so. */
export function WrittenTexts({ entry }: { readonly entry: LogEntryView }) {
  const say = useMessages(logMessages);
  const { directory } = useNaming();
  const all = writtenIn(entry);
  const withheld = all.filter((written) => written.withheld).map(({ name }) => nameOf(name, say));
  return (
    <>
      {all.map(({ name, texts }) =>
        texts.map(({ text, language }) => (
          <div key={`${name}-${language ?? ''}`} className={styles.written}>
            <p className={styles.writtenName}>{nameOf(name, say)}</p>
            <p className={styles.text}>
              {name === 'deputy' && directory ? (
                <bdi>{directory.member(text)}</bdi>
              ) : (
                <PlainText text={text} language={language ?? languageOf(text)} />
              )}
            </p>
          </div>
        )),
      )}
      {withheld.length > 0 && <p className={styles.withheld}>{say('withheld', { what: withheld.join(', ') })}</p>}
    </>
  );
}

/** Words of a person in the language that is known of them, with a note where it is not the reader's. */
function PlainText({ text, language }: { readonly text: string; readonly language: Language | null }) {
  return (
    <>
      <bdi lang={language ?? undefined}>{text}</bdi>
      <LanguageMark language={language} />
    </>
  );
}

type LogSay = ReturnType<typeof useMessages<keyof typeof logMessages.messages.en>>;

/** What a disclosed value is called; one that this version does not know reads as it is. */
const nameOf = (name: string, say: LogSay): string =>
  `written.${name}` in logMessages.messages.en ? say(`written.${name}` as 'written.text') : name;
