import { type CommitQueue } from './commit-queue.js';
import { type CollaborationLimits } from './limits.js';
import { mergeStored, type OpenDocument } from './open-document.js';
import { type CollaborationLog, type DocumentStore, type RegisteredClient, type StoredDocument } from './ports.js';
import { Refusal } from './refusal.js';

export interface ShelfContext {
  readonly store: DocumentStore;
  readonly commits: CommitQueue;
  readonly limits: CollaborationLimits;
  readonly log: CollaborationLog;
  readonly make: (documentId: string, stored: StoredDocument, clients: readonly RegisteredClient[]) => OpenDocument;
}

/** The documents in memory: loaded once however many join at the same time, put away when nobody needs them. */
export class DocumentShelf {
  private readonly opened = new Map<string, OpenDocument>();
  private readonly loading = new Map<string, Promise<OpenDocument>>();
  private readonly graces = new Map<string, NodeJS.Timeout>();
  private readonly queue: (() => void)[] = [];
  private loads = 0;
  private readonly compacting = new Set<Promise<void>>();

  constructor(private readonly context: ShelfContext) {}

  /** Documents in memory. */
  get size(): number {
    return this.opened.size + this.loading.size;
  }

  all(): OpenDocument[] {
    return [...this.opened.values()];
  }

  get(documentId: string): OpenDocument | undefined {
    return this.opened.get(documentId);
  }

  /**
   * The document, loaded if need be. A failure is answered `retry`, and nothing of it is kept.
   * @throws Refusal
   */
  async open(documentId: string): Promise<OpenDocument> {
    const opened = this.opened.get(documentId);
    if (opened) return opened;
    let loading = this.loading.get(documentId);
    if (!loading) {
      loading = this.load(documentId).finally(() => this.loading.delete(documentId));
      this.loading.set(documentId, loading);
    }
    return loading;
  }

  /** To be called when somebody left: starts the grace when it was the last one. */
  left(document: OpenDocument): void {
    const { documentId } = document;
    if (document.visitors.size > 0 || this.opened.get(documentId) !== document) return;
    clearTimeout(this.graces.get(documentId));
    const away = (): void => {
      void this.putAway(document);
    };
    this.graces.set(documentId, setTimeout(away, this.context.limits.graceMs).unref());
  }

  /** Forgets a document that cannot be trusted any more; the next `open` loads it anew. */
  drop(document: OpenDocument): void {
    if (this.opened.get(document.documentId) === document) this.opened.delete(document.documentId);
    document.destroy();
  }

  /** Forgets all documents; resolves when nothing is being compacted any more. */
  async close(): Promise<void> {
    for (const grace of this.graces.values()) clearTimeout(grace);
    for (const document of this.all()) this.drop(document);
    while (this.compacting.size > 0) await Promise.all(this.compacting);
  }

  /** Compacts what is stored. A failure is logged and harms nothing: the updates are all there. */
  async compact(document: OpenDocument): Promise<void> {
    const work = this.tryToCompact(document);
    this.compacting.add(work);
    await work;
    this.compacting.delete(work);
  }

  private async tryToCompact(document: OpenDocument): Promise<void> {
    const { store, log } = this.context;
    const { documentId, logBytes, logUpdates } = document;
    document.logBytes = 0;
    document.logUpdates = 0;
    try {
      await store.compact(documentId, mergeStored);
    } catch (error) {
      document.logBytes += logBytes;
      document.logUpdates += logUpdates;
      log.warn('a document could not be compacted', { documentId, error });
    }
  }

  private async load(documentId: string): Promise<OpenDocument> {
    const { store, commits, limits, make, log } = this.context;
    if (this.loads >= limits.concurrentLoads) await new Promise<void>((resolve) => this.queue.push(resolve));
    this.loads++;
    try {
      // What was taken before and is not durable yet must be in what is read now.
      await commits.settled(documentId);
      const [stored, clients] = await Promise.all([store.load(documentId), store.clientsOf(documentId)]);
      const document = make(documentId, stored, clients);
      this.opened.set(documentId, document);
      this.left(document);
      return document;
    } catch (error) {
      log.error('a document could not be loaded', { documentId, error });
      throw new Refusal('retry', false, 1000);
    } finally {
      this.loads--;
      this.queue.shift()?.();
    }
  }

  private async putAway(document: OpenDocument): Promise<void> {
    const { commits, log } = this.context;
    const { documentId } = document;
    const isWanted = (): boolean => document.visitors.size > 0 || this.opened.get(documentId) !== document;
    this.graces.delete(documentId);
    if (isWanted()) return;
    try {
      await commits.settled(documentId);
      if (document.logUpdates > 0) await this.compact(document);
    } catch (error) {
      log.warn('a document is kept in memory until it is stored', { documentId, error });
    }
    if (isWanted()) return;
    if (!commits.isIdle(documentId)) {
      this.left(document);
      return;
    }
    this.drop(document);
  }
}
