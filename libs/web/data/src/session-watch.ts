import { identityRoutes, type SessionView } from '@tavolo/contracts';
import { useQueryClient, type Query, type QueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { onOtherWindows } from './other-windows.js';
import { keyOf } from './reading.js';
import { useSession } from './session.js';

const sessionKey = keyOf(identityRoutes.session);
const isOfReader = ({ queryKey }: { readonly queryKey: readonly unknown[] }): boolean =>
  queryKey[0] !== identityRoutes.session.path;

/** Asks the server again who is signed in. */
const askAgain = (cache: QueryClient): void => void cache.invalidateQueries({ queryKey: sessionKey });

/**
 * Keeps the page to whoever is signed in now: when somebody signs out or in in another window, when the server ends the session, and when
 * the browser shows a page again that it had put aside. Call it once, in the frame.
 *
 * `ended` is true from the moment in which the session ended without being asked for on this page, until somebody signs in.
 * `expectEnd` says beforehand that the next end is asked for here.
 */
export function useSessionWatch(): { readonly ended: boolean; readonly expectEnd: () => void } {
  const cache = useQueryClient();
  const { data, dataUpdatedAt } = useSession();
  useEffect(
    () =>
      onOtherWindows((news) => {
        // Whoever signs out leaves nothing behind, also not in the windows that are still open.
        if (news === 'out') {
          cache.setQueryData<SessionView>(sessionKey, (known) => known && { ...known, person: null });
          void cache.resetQueries({ predicate: isOfReader });
        } else void cache.invalidateQueries({ predicate: isOfReader });
        askAgain(cache);
      }),
    [cache],
  );
  useEffect(() => {
    const shownAgain = ({ persisted }: PageTransitionEvent): void => {
      if (persisted) askAgain(cache);
    };
    window.addEventListener('pageshow', shownAgain);
    return () => window.removeEventListener('pageshow', shownAgain);
  }, [cache]);
  useEffect(() => {
    let end: (() => void) | undefined;
    let left = false;
    void import('./live-socket.js').then(({ onSessionEnd }) => {
      if (!left) end = onSessionEnd(() => askAgain(cache));
    });
    return () => {
      left = true;
      end?.();
    };
  }, [cache]);
  const person = data && (data.person?.id ?? null);
  useChangeOfPerson(cache, person, dataUpdatedAt);
  return useEnd(person);
}

/** What was read for one person is not shown to the next one. */
function useChangeOfPerson(cache: QueryClient, person: string | null | undefined, since: number): void {
  const shownTo = useRef<string | null>(null);
  useEffect(() => {
    if (person === undefined || person === null) return;
    const before = shownTo.current;
    shownTo.current = person;
    if (before === null || before === person) return;
    // What is on its way was asked for by the new one.
    const isOld = ({ state }: Query): boolean => state.dataUpdatedAt > 0 && state.dataUpdatedAt <= since;
    void cache.resetQueries({ predicate: (query) => isOfReader(query) && isOld(query) });
  }, [cache, person, since]);
}

function useEnd(person: string | null | undefined): { readonly ended: boolean; readonly expectEnd: () => void } {
  const [before, setBefore] = useState(person);
  const [ended, setEnded] = useState(false);
  const [expected, setExpected] = useState(false);
  if (person !== undefined && person !== before) {
    setBefore(person);
    setEnded(person === null && before !== undefined && !expected);
    setExpected(false);
  }
  return { ended, expectEnd: () => setExpected(true) };
}
