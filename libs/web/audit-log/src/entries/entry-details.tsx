import { type LogEntryView } from '@tavolo/contracts';
import { CopyText, useMessages, useNaming, useWords } from '@tavolo/web-ui';
import { logMessages } from '../messages/log-messages.js';
import { detailsOf } from './details.js';
import styles from './entries.module.css';
import { useLogPlace } from './log-place.js';

/** What an entry holds, in words; below it, for those who check, everything as the machine keeps it. */
export function EntryDetails({ entry }: { readonly entry: LogEntryView }) {
  const say = useMessages(logMessages);
  const words = useWords();
  const naming = useNaming();
  const { zone, titleOf } = useLogPlace();
  const { stream, streamVersion, leafHash } = entry;
  const title = (proposal: string): string => `${proposal} ${words(titleOf(proposal))}`.trim();
  // Whoever asked to be erased is shown by her seat, also where another page still knows the name.
  const data = entry.act === 'subject.erased' ? { ...entry.data, member: null } : entry.data;
  const details = detailsOf(data, { ...naming, zone: zone ?? naming.zone, title });
  return (
    <details className={styles.detail} data-print="no">
      <summary>{say('entry.detail')}</summary>
      <dl className={styles.values}>
        {details.map((detail) => (
          <div key={detail.key}>
            <dt>{detail.name}</dt>
            <dd>{'hash' in detail ? <CopyText label={detail.name} value={detail.hash} short /> : detail.text}</dd>
          </div>
        ))}
        <div>
          <dt>{say('entry.hash')}</dt>
          <dd>
            <CopyText label={say('entry.hash')} value={leafHash} short />
          </dd>
        </div>
      </dl>
      <details>
        <summary>{say('entry.technical')}</summary>
        <p>{say('entry.stream', { stream, version: streamVersion })}</p>
        <pre>{JSON.stringify(entry, null, 2)}</pre>
      </details>
    </details>
  );
}
