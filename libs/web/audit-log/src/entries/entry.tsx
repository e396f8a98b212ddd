import { type LogEntryView } from '@tavolo/contracts';
import { actMessages, CopyText, ExplanationTree, useFormats, useMessages, useNaming } from '@tavolo/web-ui';
import { logMessages } from '../messages/log-messages.js';
import { Proof } from '../proof/proof.js';
import { Actor } from './actor.js';
import styles from './entries.module.css';
import { factsOf } from './entry-facts.js';
import { explanationIn } from './explanation-in.js';
import { useLogPlace } from './log-place.js';
import { SubjectLink } from './subject-link.js';
import { WrittenTexts } from './written-texts.js';

/** One entry: when, what, about what, who, what was written; its proof, and the entry as data. */
export function Entry({ entry }: { readonly entry: LogEntryView }) {
  const sayAct = useMessages(actMessages);
  const naming = useNaming();
  const { zone } = useLogPlace();
  const write = useFormats(zone);
  const { act, at, data, proof, index } = entry;
  const facts = factsOf(data, naming);
  const explanation = explanationIn(data);
  return (
    <article className={styles.entry}>
      <time dateTime={at} className={styles.time}>
        {write.time(at)}
      </time>
      <div className={styles.body}>
        <h4 className={styles.act}>{sayAct(act)}</h4>
        <p>
          <SubjectLink entry={entry} />
          {facts.map((fact) => (
            <span key={fact} className={styles.fact}>
              {fact}
            </span>
          ))}
        </p>
        <p className={styles.who}>
          <Actor entry={entry} />
        </p>
        <WrittenTexts entry={entry} />
        {explanation && <ExplanationTree explanation={explanation} />}
        <Detail entry={entry} />
      </div>
      <Proof state={proof} index={index} />
    </article>
  );
}

function Detail({ entry }: { readonly entry: LogEntryView }) {
  const say = useMessages(logMessages);
  const { stream, streamVersion, leafHash } = entry;
  return (
    <details className={styles.detail} data-print="no">
      <summary>{say('entry.detail')}</summary>
      <p>{say('entry.stream', { stream, version: streamVersion })}</p>
      <p>{say('entry.hash')}</p>
      <CopyText label={say('entry.hash')} value={leafHash} />
      <p>{say('entry.data')}</p>
      <pre>{JSON.stringify(entry, null, 2)}</pre>
    </details>
  );
}
