import { type LogEntryView } from '@tavolo/contracts';
import { actMessages, CopyText, useFormats, useMessages, WordsText } from '@tavolo/web-ui';
import { Link } from 'react-router';
import { logMessages } from './log-messages.js';
import styles from './log.module.css';
import { plainTexts } from './plain-texts.js';

/** One entry: when, who, what, what it is about and what was written; its proof, and the entry as data. */
export function Entry({ entry, zone }: { readonly entry: LogEntryView; readonly zone?: string | undefined }) {
  const say = useMessages(logMessages);
  const sayAct = useMessages(actMessages);
  const write = useFormats(zone);
  const { act, at, actor, subject, proof } = entry;
  return (
    <article className={styles.entry}>
      <time dateTime={at} className={styles.time}>
        {write.time(at)}
      </time>
      <div className={styles.body}>
        <p>
          <strong>{sayAct(act)}</strong> <Subject subject={subject} />
        </p>
        <p className={styles.actor}>
          {actor === null ? say('system') : <bdi>{actor.name ?? <WordsText words={actor.label} />}</bdi>}
        </p>
        {plainTexts(entry).map((text) => (
          <blockquote key={text} className={styles.text}>
            <bdi>{text}</bdi>
          </blockquote>
        ))}
        <Detail entry={entry} />
      </div>
      <p className={styles.proof} data-proof={proof}>
        {say(`proof.${proof}`)}
      </p>
    </article>
  );
}

/** Keys of proposals and consultations lead there. */
function Subject({ subject }: { readonly subject: string | null }) {
  if (subject === null) return null;
  if (/^[PC]-\d+$/.test(subject)) return <Link to={`/proposals/${subject}`}>{subject}</Link>;
  return /^[A-Z]{1,3}-\w+$/.test(subject) ? <span>{subject}</span> : null;
}

function Detail({ entry }: { readonly entry: LogEntryView }) {
  const say = useMessages(logMessages);
  const { index, stream, streamVersion, leafHash } = entry;
  return (
    <details className={styles.detail}>
      <summary>{say('entry.detail')}</summary>
      <p>
        {index === null ? say('entry.unnumbered') : say('entry.number', { index })} ·{' '}
        {say('entry.stream', { stream, version: streamVersion })} · {entry.act}
      </p>
      <p>{say('entry.hash')}</p>
      <CopyText label={say('entry.hash')} value={leafHash} />
      <p>{say('entry.data')}</p>
      <pre>{JSON.stringify({ ...entry.data, ...entry.disclosed }, null, 2)}</pre>
    </details>
  );
}
