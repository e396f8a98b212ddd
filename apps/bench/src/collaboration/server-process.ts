/** The server under measurement in a process of its own: `server-process.js ours|raw FILE`. Answers its parent's questions. */
import { createServer } from 'node:http';
import { type AddressInfo } from 'node:net';
import { type CollabClientEvents, collabNamespace, type CollabServerEvents } from '@tavolo/contracts';
import { CollaborationServer, guardedParser } from '@tavolo/collaboration/room';
import { Server } from 'socket.io';
import * as msgpack from 'socket.io-msgpack-parser';
import { FileStore } from './file-store.js';

const [kind = 'ours', path = ''] = process.argv.slice(2);
const http = createServer();
const isOurs = kind === 'ours';
const io = new Server<CollabClientEvents, CollabServerEvents>(http, {
  parser: isOurs ? guardedParser : msgpack,
  transports: ['websocket'],
  perMessageDeflate: false,
});
const namespace = io.of(collabNamespace);
const openDocuments = isOurs ? serveDocuments() : relay();

function serveDocuments(): () => number {
  const server = new CollaborationServer<string>({
    namespace,
    sessionOf: (socket) => (socket.handshake.auth as { member: string }).member,
    access: {
      access: (_documentId, member) =>
        Promise.resolve({ right: 'write', member, name: member, organisation: null, sector: null }),
    },
    store: new FileStore(path),
    clock: { now: () => Date.now() },
    log: { warn: console.warn, error: console.error },
  });
  return () => server.openDocuments;
}

/** The floor of this transport: no Yjs, no storage, no checks, one frame a message. */
function relay(): () => number {
  namespace.on('connection', (socket) => {
    socket.on('join', (request, answer) => {
      void socket.join(request.documentId);
      (answer as unknown as () => void)();
    });
    socket.on('update', (documentId, message, answer) => {
      socket.to(documentId).emit('update', documentId, message);
      answer({ ok: true });
    });
  });
  return () => 0;
}

process.on('message', () => {
  const { user, system } = process.cpuUsage();
  process.send?.({ cpu: user + system, openDocuments: openDocuments() });
});
process.on('disconnect', () => process.exit());
http.listen(0, '127.0.0.1', () => process.send?.({ port: (http.address() as AddressInfo).port }));
