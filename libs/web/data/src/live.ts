import { identityRoutes, type Fact } from '@tavolo/contracts';
import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { type Connection } from './live-socket.js';
import { keyOf } from './reading.js';

/** Where members of a table hear what others may not know yet, such as drafts. */
const membersRoom = 'members';

/** The socket is loaded after the page is shown. */
const liveSocket = () => import('./live-socket.js');

/** Runs `begin` with the socket's functions once they are loaded, and what it returns when the page no longer needs it. */
function useLive(begin: (live: Awaited<ReturnType<typeof liveSocket>>) => () => void, key: string): void {
  const latest = useRef(begin);
  useEffect(() => {
    latest.current = begin;
  });
  useEffect(() => {
    let end: (() => void) | undefined;
    let ended = false;
    void liveSocket().then((live) => {
      if (!ended) end = latest.current(live);
    });
    return () => {
      ended = true;
      end?.();
    };
  }, [key]);
}

const soon = new WeakMap<QueryClient, ReturnType<typeof setTimeout>>();

/** Reads again what the page shows; facts that come together are answered by one reading. */
function readAgain(cache: QueryClient): void {
  if (soon.has(cache)) return;
  const timer = setTimeout(() => {
    soon.delete(cache);
    void cache.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== identityRoutes.session.path });
  }, 40);
  soon.set(cache, timer);
}

/** Reads again what the page shows of a table whenever something happens there; `onFact` hears each fact, to announce it. */
export function useTableFacts(table: string, onFact?: (fact: Fact) => void): { readonly present: readonly string[] } {
  const cache = useQueryClient();
  const [present, setPresent] = useState<readonly string[]>([]);
  const hear = useRef(onFact);
  useEffect(() => {
    hear.current = onFact;
  });
  useLive(({ watchTable }) => {
    const read = (facts: readonly Fact[] | null): void => {
      readAgain(cache);
      for (const fact of facts ?? []) hear.current?.(fact);
    };
    const ends = [
      watchTable({ table }, read, setPresent),
      watchTable({ table, room: membersRoom }, read, () => undefined),
    ];
    return () => ends.forEach((end) => end());
  }, table);
  return { present };
}

/** Reads everything again when the demonstration's clock is moved by somebody. */
export function useClockMoves(): void {
  const cache = useQueryClient();
  useLive(
    ({ onClockMoved }) =>
      onClockMoved(() => {
        void cache.invalidateQueries({ queryKey: keyOf(identityRoutes.session) });
        void cache.invalidateQueries();
      }),
    'clock',
  );
}

/** Whether changes of others arrive, or since when they do not. */
export function useConnection(): Connection {
  const [connection, setConnection] = useState<Connection>({ state: 'connecting' });
  useLive(({ onConnection, currentConnection }) => {
    setConnection(currentConnection());
    return onConnection(() => setConnection(currentConnection()));
  }, 'connection');
  return connection;
}

/** Asks again for what could not be read, as soon as the connection is back. */
export function useReadingAgain(): void {
  const cache = useQueryClient();
  const { state } = useConnection();
  const wasLost = useRef(false);
  useEffect(() => {
    if (state === 'connecting') return;
    if (wasLost.current && state === 'connected')
      void cache.refetchQueries({ type: 'active', predicate: ({ state: { status } }) => status === 'error' });
    wasLost.current = state === 'lost';
  }, [cache, state]);
}
