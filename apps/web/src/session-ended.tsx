import { useMessages } from '@tavolo/web-ui';
import styles from './banner.module.css';
import { frameMessages } from './frame-messages.js';

/** Says that one is no longer signed in. Signing in again opens a window of its own, so that nothing typed on this page is lost. */
export function SessionEnded({ signInTo }: { readonly signInTo: string }) {
  const say = useMessages(frameMessages);
  return (
    <div role="alert" className={styles.ended}>
      <div className={styles.inner}>
        <p>{say('ended')}</p>
        <a href={signInTo} target="_blank" rel="noreferrer">
          {say('ended.signIn')}
        </a>
      </div>
    </div>
  );
}
