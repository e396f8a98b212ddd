import { type ProviderSnapshot } from '@tavolo/collaboration/provider';
import { useFormats, useMessages } from '@tavolo/web-ui';
import { writingMessages } from '../messages/writing-messages.js';
import styles from './writing.module.css';

/** How the text stands, always visible, on phones too: saved means stored on the server. */
export function SyncLine({ snapshot }: { readonly snapshot: ProviderSnapshot }) {
  const say = useMessages(writingMessages);
  const write = useFormats();
  const { state, offlineSince, recovered, refusal, unacknowledged } = snapshot;
  const words = ((): string => {
    if (state === 'offline')
      return say('state.offline', { time: write.time(new Date(offlineSince ?? 0).toISOString()) });
    if (state === 'opening') return say('state.connecting');
    if (state === 'notAllowed')
      return say(refusal !== null && unacknowledged > 0 ? 'state.refused' : 'state.notAllowed');
    return say(`state.${state}`);
  })();
  return (
    <div className={styles.sync} data-state={state}>
      <p role="status">
        <span className={styles.dot} aria-hidden="true" />
        {words}
      </p>
      {recovered && <p role="status">{say('state.restored')}</p>}
    </div>
  );
}
