import { identityRoutes, type SessionView } from '@tavolo/contracts';
import { useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import { tellOtherWindows } from './other-windows.js';
import { keyOf, useRead } from './reading.js';

/** Who is signed in, and what installation this is. */
export const useSession = (): UseQueryResult<SessionView> => useRead(identityRoutes.session);

/** What to do with the answer of signing in or out: everything that was read for somebody else is forgotten, and other windows hear of it. */
export function useSessionChange(): (session: SessionView | null) => Promise<void> {
  const cache = useQueryClient();
  return useCallback(
    async (session) => {
      const key = keyOf(identityRoutes.session);
      tellOtherWindows(session ? 'in' : 'out');
      // First who is signed in, so that nothing on the page is read again in the name of the one before.
      cache.setQueryData<SessionView>(key, (known) => session ?? (known && { ...known, person: null }));
      cache.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== identityRoutes.session.path });
      if (!session) await cache.invalidateQueries({ queryKey: key });
      void import('./live-socket.js').then(({ reconnect }) => reconnect());
    },
    [cache],
  );
}

/** How far the installation's clock is ahead of this device, in milliseconds. */
export function useClockOffset(): number {
  const { data, dataUpdatedAt } = useSession();
  return useMemo(() => {
    if (!data) return 0;
    const ahead = Date.parse(data.clock.now) - dataUpdatedAt;
    // A device that is a few seconds off is no reason to move every time on the page.
    return Math.abs(ahead) < 5_000 ? 0 : ahead;
  }, [data, dataUpdatedAt]);
}
