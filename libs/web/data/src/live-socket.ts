import {
  liveNamespace,
  type Fact,
  type LiveAnswer,
  type LiveClientEvents,
  type LiveServerEvents,
  type Watched,
} from '@tavolo/contracts';
import { io, type Socket } from 'socket.io-client';
import * as parser from 'socket.io-msgpack-parser';

type LiveSocket = Socket<LiveServerEvents, LiveClientEvents>;

/** How the connection stands; `since` is the moment in which it was lost. */
export type Connection =
  { readonly state: 'connecting' | 'connected' } | { readonly state: 'lost'; readonly since: number };

interface Watcher {
  readonly table: string;
  /** A smaller room of the table, for its members; absent for what everybody may learn. */
  readonly room: string | undefined;
  /** Facts in order, without gaps; `null` when some may have been missed and everything shown must be read again. */
  readonly onFacts: (facts: readonly Fact[] | null) => void;
  readonly onPresence: (members: readonly string[]) => void;
  seen: { readonly epoch: string; readonly version: number } | undefined;
}

/** Longest pause before the next attempt to connect, in milliseconds. */
const longestPause = 5_000;
/** The same while the device has no network: such attempts cost nothing. */
const longestPauseOffline = 1_000;

const watchers = new Set<Watcher>();
const connectionListeners = new Set<() => void>();
const clockListeners = new Set<() => void>();
const endListeners = new Set<() => void>();
let connection: Connection = { state: 'connecting' };
let socket: LiveSocket | undefined;

function say(next: Connection): void {
  connection = next;
  for (const listener of connectionListeners) listener();
}

/** The one socket of this page, opened when it is first needed. */
function open(): LiveSocket {
  if (socket) return socket;
  const opened: LiveSocket = io(liveNamespace, {
    transports: ['websocket'],
    parser,
    reconnectionDelayMax: longestPause,
    randomizationFactor: 0.5,
  });
  keepLive(opened);
  opened.on('connect', () => {
    say({ state: 'connected' });
    for (const watcher of watchers) void watch(watcher);
  });
  opened.on('disconnect', (reason) => {
    // What this page ends itself, to begin again as somebody else, is no loss.
    say(reason === 'io client disconnect' ? { state: 'connecting' } : { state: 'lost', since: Date.now() });
  });
  opened.on('connect_error', () => {
    if (connection.state !== 'lost') say({ state: 'lost', since: Date.now() });
  });
  opened.on('fact', (fact) => {
    for (const watcher of watchers) if (watcher.table === fact.table && watcher.room === fact.room) take(watcher, fact);
  });
  opened.on('presence', ({ table, room, present }) => {
    for (const watcher of watchers) if (watcher.table === table && watcher.room === room) watcher.onPresence(present);
  });
  opened.on('dismissed', ({ table }) => {
    for (const watcher of watchers) if (table === '*' || watcher.table === table) watcher.onFacts(null);
    if (table === '*') for (const listener of endListeners) listener();
  });
  opened.on('clock', () => {
    for (const listener of clockListeners) listener();
  });
  socket = opened;
  return opened;
}

/**
 * Brings the socket back where the library would not: when the server ended it or turned it away, for example because the session ended or
 * too many came at once; not all at once. And lets it go as soon as the device loses its network, of which the library hears at once only
 * where the server is another machine. Whether it is really gone is found out by trying.
 */
function keepLive(opened: LiveSocket): void {
  const comeBack = (): void => {
    if (!opened.active) setTimeout(() => opened.connect(), longestPause * (0.1 + Math.random()));
  };
  opened.on('disconnect', (reason) => {
    if (reason === 'io server disconnect') comeBack();
  });
  opened.on('connect_error', comeBack);
  opened.on('connect', () => opened.io.reconnectionDelayMax(longestPause));
  window.addEventListener('offline', () => {
    if (!opened.connected) return;
    opened.io.reconnectionDelayMax(longestPauseOffline);
    opened.io.engine.close();
  });
}

/** A fact in its turn is passed on; after a gap the room is watched again, which brings what was missed. */
function take(watcher: Watcher, fact: Fact): void {
  if (!watcher.seen) return;
  if (fact.version <= watcher.seen.version) return;
  if (fact.version > watcher.seen.version + 1) {
    void watch(watcher);
    return;
  }
  watcher.seen = { ...watcher.seen, version: fact.version };
  watcher.onFacts([fact]);
}

async function watch(watcher: Watcher): Promise<void> {
  const { table, room, seen } = watcher;
  const request = { table, ...(room === undefined ? {} : { room }), ...(seen ? { since: seen } : {}) };
  const answer = await new Promise<LiveAnswer<Watched> | null>((resolve) => {
    open()
      .timeout(10_000)
      .emit('watch', request, (error, given) => resolve((error as Error | null) === null ? given : null));
  });
  if (!answer?.ok) return;
  caughtUp(watcher, answer.data, seen === undefined);
}

function caughtUp(watcher: Watcher, { epoch, version, missed, present }: Watched, first: boolean): void {
  watcher.seen = { epoch, version };
  watcher.onPresence(present);
  // What happened between reading the page and watching the table was heard by nobody.
  if (first) watcher.onFacts(null);
  else if (missed === null || missed.length > 0) watcher.onFacts(missed);
}

/** Watches a table, or a smaller room of it, until the returned function is called. Rooms that one may not watch stay silent. */
export function watchTable(
  { table, room }: { readonly table: string; readonly room?: string | undefined },
  onFacts: (facts: readonly Fact[] | null) => void,
  onPresence: (members: readonly string[]) => void,
): () => void {
  const watcher: Watcher = { table, room, onFacts, onPresence, seen: undefined };
  watchers.add(watcher);
  if (open().connected) void watch(watcher);
  return () => {
    watchers.delete(watcher);
    const others = [...watchers].some((other) => other.table === table && other.room === room);
    if (!others && socket?.connected)
      socket.emit('unwatch', { table, ...(room === undefined ? {} : { room }) }, () => undefined);
  };
}

/** Tells when the installation's clock was moved. */
export function onClockMoved(listener: () => void): () => void {
  clockListeners.add(listener);
  open();
  return () => clockListeners.delete(listener);
}

/** Tells when the session of this page has ended: signed out elsewhere, or its time is over. */
export function onSessionEnd(listener: () => void): () => void {
  endListeners.add(listener);
  open();
  return () => endListeners.delete(listener);
}

/** Begins again as whoever is signed in now. */
export function reconnect(): void {
  for (const watcher of watchers) watcher.seen = undefined;
  socket?.disconnect().connect();
}

export function onConnection(listener: () => void): () => void {
  connectionListeners.add(listener);
  open();
  return () => connectionListeners.delete(listener);
}

export const currentConnection = (): Connection => connection;
