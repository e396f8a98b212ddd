import { createServer, type Server as HttpServer } from 'node:http';
import { type AddressInfo } from 'node:net';
import { type CollabClientEvents, collabNamespace, type CollabServerEvents } from '@tavolo/contracts';
import { Server } from 'socket.io';
import * as Y from 'yjs';
import {
  CollaborationProvider,
  connectCollaboration,
  type CollabConnection,
  type ConnectionOptions,
  type LocalCopy,
  type ProviderTiming,
} from '../src/provider/index.js';
import {
  type AccessDecision,
  type CollaborationLimits,
  CollaborationServer,
  type DocumentRevision,
  guardedParser,
} from '../src/room/index.js';
import { emptyText, encodeText } from '../src/text/index.js';
import { MemoryStore } from './memory-store.js';
import { until } from './until.js';

export const documentId = 'P-1';

export interface HouseOptions {
  readonly limits?: Partial<CollaborationLimits>;
  readonly store?: MemoryStore;
}

/** A server half with its store on a free port, and everybody who visits it. */
export class House {
  readonly rights = new Map<string, AccessDecision['right']>();
  readonly store: MemoryStore;
  readonly revisions: DocumentRevision[] = [];
  readonly problems: string[] = [];
  readonly server: CollaborationServer<string>;
  accessFailure: Error | undefined;
  questions = 0;
  private readonly http: HttpServer = createServer();
  private readonly io: Server<CollabClientEvents, CollabServerEvents>;
  private readonly connections: CollabConnection[] = [];
  private readonly providers: CollaborationProvider[] = [];

  constructor(options: HouseOptions = {}) {
    this.store = options.store ?? new MemoryStore();
    this.io = new Server(this.http, {
      parser: guardedParser,
      transports: ['websocket'],
      maxHttpBufferSize: 2_000_000,
      perMessageDeflate: false,
    });
    const { store } = this;
    this.server = new CollaborationServer<string>({
      namespace: this.io.of(collabNamespace),
      sessionOf: (socket) => {
        const member: unknown = (socket.handshake.auth as { member?: unknown }).member;
        return typeof member === 'string' ? member : undefined;
      },
      access: { access: (_id, member) => this.decide(member) },
      store,
      clock: { now: () => Date.now() },
      log: {
        warn: (message) => this.problems.push(message),
        error: (message) => this.problems.push(message),
      },
      onRevision: (revision) => this.revisions.push(revision),
      limits: { awarenessEveryMs: 10, storeRetryMs: 5, busyMs: 60_000, ...options.limits },
    });
  }

  /** Opens the house, with one empty clause in the document. */
  async open(): Promise<this> {
    await new Promise<void>((resolve) => this.http.listen(0, '127.0.0.1', resolve));
    const update = encodeText(emptyText(), 1);
    await this.store.append([{ documentId, update, member: 'secretary', clientIds: [1], at: 0 }]);
    return this;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.http.address() as AddressInfo).port}`;
  }

  /** A connection of a member, for messages that no provider sends. */
  connect(member: string, options: Partial<ConnectionOptions> = {}): CollabConnection {
    const connection = connectCollaboration({ url: this.url, auth: { member }, reconnectMs: [10, 50], ...options });
    this.connections.push(connection);
    return connection;
  }

  /** A member who has the document open. */
  async visit(
    member: string,
    localCopy?: LocalCopy,
    connection = this.connect(member),
  ): Promise<CollaborationProvider> {
    const provider = this.provider(connection, localCopy);
    await until(() => provider.snapshot.state !== 'opening' && provider.snapshot.state !== 'offline', 'the document');
    return provider;
  }

  provider(
    connection: CollabConnection,
    localCopy?: LocalCopy,
    timings: Partial<ProviderTiming> = {},
  ): CollaborationProvider {
    const timing = { retryMs: 10, longestRetryMs: 200, awarenessEveryMs: 5, ...timings };
    const provider = new CollaborationProvider({ connection, documentId, timing, ...(localCopy && { localCopy }) });
    this.providers.push(provider);
    return provider;
  }

  /** What is durable, as text. */
  async stored(): Promise<string> {
    const doc = new Y.Doc({ gc: false });
    const { snapshot, updates } = await this.store.load(documentId);
    for (const update of snapshot ? [snapshot, ...updates] : updates) Y.applyUpdate(doc, update);
    return textOf(doc);
  }

  async close(): Promise<void> {
    for (const provider of this.providers) provider.destroy();
    for (const connection of this.connections) connection.disconnect();
    this.store.gate = undefined;
    this.store.appendFailure = undefined;
    await this.server.close();
    await this.io.close();
  }

  private async decide(member: string): Promise<AccessDecision> {
    this.questions++;
    await Promise.resolve();
    if (this.accessFailure) throw this.accessFailure;
    const right = this.rights.get(member) ?? 'write';
    return { right, member, name: `Name of ${member}`, organisation: 'House', sector: 'third' };
  }
}

function paragraphOf(doc: Y.Doc): Y.XmlElement {
  return (doc.getXmlFragment('text').get(0) as Y.XmlElement).get(0) as Y.XmlElement;
}

/** Writes into the first paragraph as an editor does. */
export function type(doc: Y.Doc, at: number, words: string): void {
  const paragraph = paragraphOf(doc);
  doc.transact(() => {
    if (paragraph.length === 0) paragraph.insert(0, [new Y.XmlText()]);
    const text = paragraph.get(0) as Y.XmlText;
    text.insert(Math.min(at, text.length), words);
  }, 'editor');
}

export function erase(doc: Y.Doc, at: number, length: number): void {
  const text = paragraphOf(doc).get(0) as Y.XmlText;
  doc.transact(() => text.delete(at, length), 'editor');
}

/** The characters of the first paragraph. */
export function textOf(doc: Y.Doc): string {
  return paragraphOf(doc)
    .toArray()
    .map((child) =>
      child instanceof Y.XmlText ? (child.toDelta() as { insert: string }[]).map(({ insert }) => insert).join('') : '',
    )
    .join('');
}
