import {
  type AcceptedUpdate,
  type DocumentStore,
  type RegisteredClient,
  type StoredDocument,
} from '../src/room/index.js';

/** A store in memory whose commits can be made to fail or to wait. What it holds counts as durable. */
export class MemoryStore implements DocumentStore {
  readonly accepted: AcceptedUpdate[] = [];
  readonly clients = new Map<string, Map<number, string>>();
  loads = 0;
  commits = 0;
  compactions = 0;
  /** Set to make loading, or storing, fail. */
  loadFailure: Error | undefined;
  appendFailure: ((updates: readonly AcceptedUpdate[]) => Error | undefined) | undefined;
  /** Set to make commits wait until it resolves. */
  gate: Promise<void> | undefined;
  private readonly documents = new Map<string, { snapshot: Uint8Array | null; updates: Uint8Array[] }>();

  async load(documentId: string): Promise<StoredDocument> {
    this.loads++;
    await Promise.resolve();
    if (this.loadFailure) throw this.loadFailure;
    const { snapshot, updates } = this.document(documentId);
    return { snapshot, updates: [...updates] };
  }

  async append(updates: readonly AcceptedUpdate[]): Promise<void> {
    await this.gate;
    const failure = this.appendFailure?.(updates);
    if (failure) throw failure;
    this.commits++;
    for (const update of updates) {
      this.accepted.push(update);
      this.document(update.documentId).updates.push(update.update);
    }
  }

  async compact(documentId: string, merge: (stored: StoredDocument) => Uint8Array): Promise<void> {
    await Promise.resolve();
    const document = this.document(documentId);
    document.snapshot = merge({ snapshot: document.snapshot, updates: [...document.updates] });
    document.updates = [];
    this.compactions++;
  }

  clientsOf(documentId: string): Promise<readonly RegisteredClient[]> {
    const clients = this.clients.get(documentId) ?? new Map<number, string>();
    return Promise.resolve([...clients].map(([clientId, member]) => ({ clientId, member })));
  }

  registerClient(documentId: string, clientId: number, member: string): Promise<boolean> {
    const clients = this.clients.get(documentId) ?? new Map<number, string>();
    this.clients.set(documentId, clients);
    const owner = clients.get(clientId) ?? member;
    clients.set(clientId, owner);
    return Promise.resolve(owner === member);
  }

  private document(documentId: string): { snapshot: Uint8Array | null; updates: Uint8Array[] } {
    const document = this.documents.get(documentId) ?? { snapshot: null, updates: [] };
    this.documents.set(documentId, document);
    return document;
  }
}
