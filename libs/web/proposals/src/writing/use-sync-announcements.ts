import { type ProviderSnapshot } from '@tavolo/collaboration/provider';
import { useAnnounce } from '@tavolo/web-ui';
import { useEffect, useRef, useState } from 'react';

/** A connection that is back before anybody would notice is not worth a word. In milliseconds. */
export const patience = 2_000;

/** Whether the text has been without a connection for long enough to say so. */
export function useLongOffline({ state }: ProviderSnapshot): boolean {
  const [long, setLong] = useState(false);
  const offline = state === 'offline';
  if (!offline && long) setLong(false);
  useEffect(() => {
    if (!offline) return undefined;
    const timer = setTimeout(() => setLong(true), patience);
    return () => clearTimeout(timer);
  }, [offline]);
  return offline && long;
}

/**
 * Says to screen readers what matters of the state that the line shows: that it is offline, that everything is saved after it was, that
 * somebody must not write any more. That words are being saved and are saved, many times in a sentence, is to be seen and not said.
 */
export function useSyncAnnouncements(snapshot: ProviderSnapshot, words: string): void {
  const announce = useAnnounce();
  const toldOffline = useRef(false);
  const before = useRef(snapshot.state);
  const offline = useLongOffline(snapshot);
  const { state } = snapshot;
  useEffect(() => {
    if (offline && !toldOffline.current) {
      toldOffline.current = true;
      announce(words);
    } else if (state === 'saved' && toldOffline.current) {
      toldOffline.current = false;
      announce(words);
    }
    const closes = state === 'notAllowed' || state === 'frozen';
    // A reader who opens a text that she may only read is told by the line; who was writing is told by a voice.
    if (closes && before.current !== state && before.current !== 'opening' && before.current !== 'offline')
      announce(words);
    before.current = state;
  }, [announce, offline, state, words]);
}
