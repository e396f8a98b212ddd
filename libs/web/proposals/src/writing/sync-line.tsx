import { type ProviderSnapshot } from '@tavolo/collaboration/provider';
import { useAnnounce, useFormats, useMessages } from '@tavolo/web-ui';
import { useEffect } from 'react';
import { writingMessages } from '../messages/writing-messages.js';
import { useLongOffline, useSyncAnnouncements } from './use-sync-announcements.js';
import styles from './writing.module.css';

/** How the text stands, always visible, on phones too: saved means stored on the server. */
export function SyncLine({ snapshot }: { readonly snapshot: ProviderSnapshot }) {
  const say = useMessages(writingMessages);
  const write = useFormats();
  const announce = useAnnounce();
  const { offlineSince, recovered, refusal, unacknowledged, user } = snapshot;
  const longOffline = useLongOffline(snapshot);
  // While a page opens it is not connected yet: that is no loss.
  const state = snapshot.state === 'offline' && user === null && !longOffline ? 'opening' : snapshot.state;
  const words = ((): string => {
    if (state === 'offline')
      return say('state.offline', { time: write.time(new Date(offlineSince ?? 0).toISOString()) });
    if (state === 'opening') return say('state.connecting');
    if (state === 'notAllowed')
      return say(refusal !== null && unacknowledged > 0 ? 'state.refused' : 'state.notAllowed');
    return say(`state.${state}`);
  })();
  useSyncAnnouncements(snapshot, words);
  const restored = recovered ? say('state.restored') : null;
  useEffect(() => {
    if (restored !== null) announce(restored);
  }, [restored, announce]);
  return (
    <div className={styles.sync} data-state={state}>
      <p>
        <span className={styles.dot} aria-hidden="true" />
        {words}
      </p>
      {restored !== null && <p>{restored}</p>}
    </div>
  );
}
