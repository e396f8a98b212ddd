/**
 * A server half in a process of its own, to be killed at any moment. Its store is the parent process, reached over the
 * channel between them: what arrived there is durable.
 */
import { createServer } from 'node:http';
import { type AddressInfo } from 'node:net';
import { collabNamespace } from '@tavolo/contracts';
import { Server } from 'socket.io';
import {
  CollaborationServer,
  type DocumentStore,
  guardedParser,
  type RegisteredClient,
  type StoredDocument,
} from '../../src/room/index.js';

const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>();
let calls = 0;

function ask(method: string, ...args: unknown[]): Promise<unknown> {
  const call = ++calls;
  return new Promise((resolve, reject) => {
    waiting.set(call, { resolve, reject });
    process.send?.({ call, method, args });
  });
}

const store: DocumentStore = {
  load: (documentId) => ask('load', documentId) as Promise<StoredDocument>,
  append: (updates) => ask('append', updates) as Promise<void>,
  // The parent merges by itself: functions do not travel.
  compact: (documentId) => ask('compact', documentId) as Promise<void>,
  clientsOf: (documentId) => ask('clientsOf', documentId) as Promise<RegisteredClient[]>,
  registerClient: (...args) => ask('registerClient', ...args) as Promise<boolean>,
};

const http = createServer();
const io = new Server(http, { parser: guardedParser, transports: ['websocket'], perMessageDeflate: false });
new CollaborationServer<string>({
  namespace: io.of(collabNamespace),
  sessionOf: (socket) => (socket.handshake.auth as { member: string }).member,
  access: {
    access: (_documentId, member) =>
      Promise.resolve({ right: 'write', member, name: member, organisation: null, sector: null }),
  },
  store,
  clock: { now: () => Date.now() },
  log: { warn: () => undefined, error: () => undefined },
  limits: { graceMs: 100, updatesPerSecond: 10_000, updateBurst: 10_000, busyMs: 60_000, compactAboveUpdates: 40 },
});

interface Message {
  readonly listen?: number;
  readonly call?: number;
  readonly value?: unknown;
  readonly error?: string;
}

process.on('message', ({ listen, call, value, error }: Message) => {
  if (listen !== undefined) {
    http.listen(listen, '127.0.0.1', () => process.send?.({ port: (http.address() as AddressInfo).port }));
    return;
  }
  const answer = waiting.get(call ?? -1);
  waiting.delete(call ?? -1);
  if (error !== undefined) answer?.reject(new Error(error));
  else answer?.resolve(value);
});
process.on('disconnect', () => process.exit());
process.send?.({ ready: true });
