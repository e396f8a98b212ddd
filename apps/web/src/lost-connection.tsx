import { useClockOffset, useConnection } from '@tavolo/web-data';
import { useAnnounce, useFormats, useMessages } from '@tavolo/web-ui';
import { useEffect, useRef, useState } from 'react';
import styles from './banner.module.css';
import { frameMessages } from './frame-messages.js';

/** A connection that is back before anybody would notice is not worth a word. In milliseconds. */
const patience = 2_000;

/** Says that changes of others do not arrive, and afterwards, only then, that they do again. */
export function LostConnection() {
  const connection = useConnection();
  const say = useMessages(frameMessages);
  const announce = useAnnounce();
  const write = useFormats();
  const offset = useClockOffset();
  const since = useLoss(connection.state === 'lost' ? connection.since : null, connection.state === 'connected');
  const wasSaid = useRef(false);
  useEffect(() => {
    if (wasSaid.current && since === null) announce(say('back'));
    wasSaid.current = since !== null;
  }, [since, announce, say]);
  return (
    <div role="status" aria-live="polite">
      {since !== null && (
        <div className={styles.lost}>
          <p className={styles.inner}>{say('lost', { since: write.time(new Date(since + offset).toISOString()) })}</p>
        </div>
      )}
    </div>
  );
}

/** The moment of a loss worth telling: one that lasts longer than our patience, until the connection is back; otherwise `null`. */
function useLoss(lostAt: number | null, back: boolean): number | null {
  const [told, setTold] = useState<number | null>(null);
  if (back && told !== null) setTold(null);
  const waiting = lostAt !== null && told === null;
  useEffect(() => {
    if (!waiting) return undefined;
    const timer = setTimeout(() => setTold(lostAt), patience);
    return () => clearTimeout(timer);
  }, [waiting, lostAt]);
  return back ? null : told;
}
