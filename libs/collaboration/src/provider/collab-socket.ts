import { type CollabClientEvents, collabNamespace, type CollabServerEvents } from '@tavolo/contracts';
import { io, type Socket } from 'socket.io-client';
import * as msgpack from 'socket.io-msgpack-parser';

/** The one connection of a tab for all its documents. */
export type CollabConnection = Socket<CollabServerEvents, CollabClientEvents>;

export interface ConnectionOptions {
  /** Address of the server, for example `https://tavolo.example.org`; absent in browsers: where the page came from. */
  readonly url?: string;
  readonly path?: string;
  /** Sent in the handshake, for clients without cookies. */
  readonly auth?: Readonly<Record<string, unknown>>;
  /** Headers of the handshake; ignored by browsers. */
  readonly extraHeaders?: Readonly<Record<string, string>>;
  /** Shortest and longest pause between attempts to connect, in milliseconds. */
  readonly reconnectMs?: readonly [shortest: number, longest: number];
  /** An attempt to connect that takes longer is given up and made anew, in milliseconds. */
  readonly connectMs?: number;
}

/** Connects to the namespace of documents: WebSocket only, one binary frame a message. */
export function connectCollaboration(options: ConnectionOptions = {}): CollabConnection {
  const [shortest, longest] = options.reconnectMs ?? [500, 5000];
  const connection: CollabConnection = io(`${options.url ?? ''}${collabNamespace}`, {
    parser: msgpack,
    transports: ['websocket'],
    reconnectionDelay: shortest,
    reconnectionDelayMax: longest,
    randomizationFactor: 0.5,
    // A connection that breaks while it opens may go unnoticed: this bounds how long.
    timeout: options.connectMs ?? 8000,
    ...(options.path !== undefined && { path: options.path }),
    ...(options.auth && { auth: { ...options.auth } }),
    ...(options.extraHeaders && { extraHeaders: { ...options.extraHeaders } }),
  });
  comeBackAfterRefusals(connection, longest);
  return connection;
}

/** When the server closes the connection or refuses the session, socket.io leaves it to us to come back: not all at once. */
function comeBackAfterRefusals(connection: CollabConnection, longestMs: number): void {
  let pause: ReturnType<typeof setTimeout> | undefined;
  const comeBack = (): void => {
    if (connection.active) return;
    clearTimeout(pause);
    pause = setTimeout(() => connection.connect(), longestMs * (0.1 + Math.random()));
  };
  connection.on('disconnect', (reason) => {
    if (reason === 'io server disconnect') comeBack();
  });
  connection.on('connect_error', comeBack);
  const disconnect = connection.disconnect.bind(connection);
  // Who disconnects on purpose does not want to come back.
  connection.disconnect = connection.close = () => {
    clearTimeout(pause);
    return disconnect();
  };
}
