import { VisuallyHidden } from '@mantine/core';
import { createContext, useCallback, useContext, useState, type ReactNode } from 'react';

type Announce = (sentence: string) => void;

const Announcer = createContext<Announce>(() => undefined);

/** Holds the one polite region in which screen readers hear what changes by itself. */
export function LiveRegionProvider({ children }: { readonly children: ReactNode }) {
  const [said, setSaid] = useState({ sentence: '', turn: 0 });
  const announce = useCallback<Announce>((sentence) => {
    setSaid(({ turn }) => ({ sentence, turn: turn + 1 }));
  }, []);
  return (
    <Announcer value={announce}>
      {children}
      <VisuallyHidden role="status" aria-live="polite">
        {/* A new element each time, so that the same sentence is heard again. */}
        <span key={said.turn}>{said.sentence}</span>
      </VisuallyHidden>
    </Announcer>
  );
}

/** Announces a sentence to screen readers without moving the focus: what others changed, what was saved. */
export const useAnnounce = (): Announce => useContext(Announcer);
