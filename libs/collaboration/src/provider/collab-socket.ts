import { type CollabClientEvents, collabNamespace, type CollabServerEvents } from '@tavolo/contracts';
import { io, type Socket } from 'socket.io-client';
import * as msgpack from 'socket.io-msgpack-parser';
import { keepConnected, type NetworkEvents } from './keep-connected.js';

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
  /** Tells when the device loses its network; the browser's `window` by default. */
  readonly network?: NetworkEvents;
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
  keepConnected(connection, longest, options.network);
  return connection;
}
