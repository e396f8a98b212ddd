import { type LogPage } from '@tavolo/contracts';
import { Deadline, useMessages } from '@tavolo/web-ui';
import { useLogPlace } from '../entries/log-place.js';
import { logMessages } from '../messages/log-messages.js';
import styles from './head-in-short.module.css';

/** Where the screen is too narrow for the proof to stand beside the entries: how far the log is signed, before them, with the ways to the rest. */
export function HeadInShort({ page: { head, pending } }: { readonly page: Pick<LogPage, 'head' | 'pending'> }) {
  const say = useMessages(logMessages);
  const { zone } = useLogPlace();
  return (
    <div className={styles.short} data-print="no">
      <p className={styles.size}>{head ? say('head.size', { count: head.size }) : say('head.none')}</p>
      {head?.signedAt != null && (
        <p>
          {say('head.signed')}: <Deadline at={head.signedAt} zone={zone} plain />
        </p>
      )}
      {head && pending > 0 && <p>{say('head.pending', { count: pending })}</p>}
      <p className={styles.ways}>
        <a href="#head">{say('head.more')}</a>
        <a href="#check">{say('head.take')}</a>
      </p>
    </div>
  );
}
