import {
  type AcceptedUpdate,
  CollaborationServer,
  type DocumentStore,
  type RegisteredClient,
  type StoredDocument,
} from '@tavolo/collaboration/room';
import { CollaborationProvider } from '@tavolo/collaboration/provider';
import { bringBack, emptyText, encodeText, readText, type TextReading } from '@tavolo/collaboration/text';
import * as msgpack from 'socket.io-msgpack-parser';
import { Wire } from './wire.js';

export const documentId = 'P-1';

export interface Writer {
  readonly wire: Wire;
  readonly provider: CollaborationProvider;
}

/** The server half of joint writing and its writers in one process, with one empty clause. */
export class WritingRoom {
  readonly problems: string[] = [];
  readonly server: CollaborationServer<string>;
  private readonly writers: Writer[] = [];
  private welcome: (socket: unknown) => void = () => undefined;

  constructor() {
    const note = (message: string, { error }: Readonly<Record<string, unknown>>): unknown =>
      this.problems.push(`${message}: ${String(error)}`);
    this.server = new CollaborationServer<string>({
      namespace: {
        name: '/collab',
        on: (_event: string, listener: (socket: unknown) => void) => (this.welcome = listener),
        disconnectSockets: () => undefined,
      } as never,
      sessionOf: (socket) => (socket.handshake.auth as { readonly member: string }).member,
      access: {
        access: (_id, member) =>
          Promise.resolve({ right: 'write', member, name: member, organisation: null, sector: null }),
      },
      store: new Shelf(),
      clock: { now: () => Date.now() },
      log: { warn: note, error: note },
      limits: { updatesPerSecond: 1e6, updateBurst: 1e6, bytesPerSecond: 1e9, byteBurst: 1e9, busyMs: 60_000 },
    });
  }

  /** Somebody who opens the text, over a connection of her own. */
  visit(member: string): Writer {
    const wire = new Wire(member, (socket) => this.welcome(socket), decodeEvent);
    wire.connect();
    const timing = { answerMs: 60_000, retryMs: 1, longestRetryMs: 2, awarenessEveryMs: 1_000_000 };
    const provider = new CollaborationProvider({ connection: wire.connection, documentId, timing, bringBack });
    this.writers.push({ wire, provider });
    return { wire, provider };
  }

  readingOf({ provider }: Writer): TextReading {
    return readText(provider.doc);
  }

  /** Delivers everything, also what follows from it. */
  async settle(): Promise<void> {
    for (let quiet = 0; quiet < 5;) {
      const queues = this.writers.flatMap(({ wire }) => [wire.toServer, wire.toClient]);
      const deliveries = queues.flatMap((queue) => queue.splice(0));
      for (const deliver of deliveries) deliver();
      await turn();
      const isAsking = this.writers.some(({ provider }) => provider.snapshot.state === 'saving');
      quiet = deliveries.length > 0 || isAsking ? 0 : quiet + 1;
    }
  }

  async close(): Promise<void> {
    for (const { provider } of this.writers) provider.destroy();
    await this.server.close();
  }
}

/** One turn of the event loop: whatever was begun gets to its next wait. */
export const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

function decodeEvent(packet: Uint8Array): readonly [string, ...unknown[]] {
  const decoder = new msgpack.Decoder();
  let event: readonly [string, ...unknown[]] | undefined;
  decoder.on('decoded', ({ data }: { readonly data: readonly [string, ...unknown[]] }) => (event = data));
  decoder.add(packet);
  if (!event) throw new RangeError('not an event');
  return event;
}

/** A store in memory: what it was given is durable. */
class Shelf implements DocumentStore {
  private readonly updates: Uint8Array[] = [encodeText(emptyText(), 1)];
  private readonly clients = new Map<number, string>();

  load(): Promise<StoredDocument> {
    return Promise.resolve({ snapshot: null, updates: [...this.updates] });
  }

  append(updates: readonly AcceptedUpdate[]): Promise<void> {
    this.updates.push(...updates.map(({ update }) => update));
    return Promise.resolve();
  }

  compact(): Promise<void> {
    return Promise.resolve();
  }

  clientsOf(): Promise<readonly RegisteredClient[]> {
    return Promise.resolve([...this.clients].map(([clientId, member]) => ({ clientId, member })));
  }

  registerClient(_documentId: string, clientId: number, member: string): Promise<boolean> {
    const owner = this.clients.get(clientId) ?? member;
    this.clients.set(clientId, owner);
    return Promise.resolve(owner === member);
  }
}
