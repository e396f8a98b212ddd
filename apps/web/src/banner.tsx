import { ClockMover } from '@tavolo/web-identity/clock';
import { useClockMoves, useConnection, useSession } from '@tavolo/web-data';
import { useAnnounce, useFormats, useMessages } from '@tavolo/web-ui';
import { useEffect, useRef } from 'react';
import styles from './banner.module.css';
import { frameMessages } from './frame-messages.js';

/** What stands above the page: which demonstration this is, the clock, and a lost connection. */
export function Banner() {
  const { data } = useSession();
  const say = useMessages(frameMessages);
  useClockMoves();
  return (
    <div data-print="no">
      {data?.installation.mode === 'demo' || data?.clock.movable ? (
        <section className={styles.demo} aria-label={say('banner')}>
          <div className={styles.inner}>
            <p>{say('demo')}</p>
            {data.clock.movable && <ClockMover />}
          </div>
        </section>
      ) : null}
      <LostConnection />
    </div>
  );
}

function LostConnection() {
  const connection = useConnection();
  const say = useMessages(frameMessages);
  const announce = useAnnounce();
  const write = useFormats();
  const wasLost = useRef(false);
  const lost = connection.state === 'lost';
  useEffect(() => {
    if (wasLost.current && !lost) announce(say('back'));
    wasLost.current = lost;
  }, [lost, announce, say]);
  return (
    <div role="status" aria-live="polite">
      {connection.state === 'lost' && (
        <p className={styles.lost}>{say('lost', { since: write.time(new Date(connection.since).toISOString()) })}</p>
      )}
    </div>
  );
}
