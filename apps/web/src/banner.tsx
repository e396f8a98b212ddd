import { ClockMover } from '@tavolo/web-identity/clock';
import { useClockMoves, useSession } from '@tavolo/web-data';
import { useMessages } from '@tavolo/web-ui';
import { useEffect, useState } from 'react';
import styles from './banner.module.css';
import { frameMessages } from './frame-messages.js';
import { LostConnection } from './lost-connection.js';
import { rememberDemo, rememberedDemo } from './remembered-demo.js';
import { SessionEnded } from './session-ended.js';

interface BannerProps {
  /** Whether the session ended without being asked for on this page. */
  readonly ended: boolean;
  /** Where one signs in again. */
  readonly signInTo: string;
}

/** What stands above the page: which demonstration this is, the clock, a lost connection, and a session that has ended. */
export function Banner({ ended, signInTo }: BannerProps) {
  const { data } = useSession();
  const say = useMessages(frameMessages);
  useClockMoves();
  const [wasDemo] = useState(rememberedDemo);
  const demo = data ? data.installation.mode === 'demo' || data.clock.movable : wasDemo;
  useEffect(() => {
    if (data) rememberDemo(demo);
  }, [data, demo]);
  return (
    <div data-print="no">
      {demo && (
        <section className={styles.demo} aria-label={say('banner')}>
          <div className={styles.inner}>
            <p>{say('demo')}</p>
            {data?.clock.movable ? <ClockMover /> : <span className={styles.clockToBe} />}
          </div>
        </section>
      )}
      <LostConnection />
      {ended && <SessionEnded signInTo={signInTo} />}
    </div>
  );
}
