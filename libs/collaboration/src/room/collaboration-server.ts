import { type ProposalText } from '@tavolo/contracts';
import * as Y from 'yjs';
import { isProposalPlace, isProposalStruct, readText, textHashInput } from '../text/index.js';
import { registerNew } from './client-ids.js';
import { CommitQueue } from './commit-queue.js';
import { DocumentShelf } from './document-shelf.js';
import { type CollaborationLimits, defaultLimits } from './limits.js';
import { OpenDocument } from './open-document.js';
import { type CollaborationOptions } from './options.js';
import { RevisionJournal } from './revision-journal.js';
import { SocketDesk } from './socket-desk.js';
import { UpdateDecoder } from './update-decoder.js';

/** The text as it stands when it is frozen. */
export interface FrozenText {
  /** The whole document: a Yjs update, format V1. */
  readonly state: Uint8Array;
  readonly text: ProposalText;
  /** Canonical JSON of the text: what its hash is taken of. */
  readonly stateHashInput: string;
}

/** The document is not a text that anybody could freeze. */
export class UnreadableText extends Error {
  constructor(reason: string, path: string) {
    super(`${reason} (${path})`);
    this.name = 'UnreadableText';
  }
}

/** The server half: everybody's documents over one namespace. One instance a process. */
export class CollaborationServer<Session> {
  private readonly limits: CollaborationLimits;
  private readonly commits: CommitQueue;
  private readonly decoder: UpdateDecoder;
  private readonly shelf: DocumentShelf;
  private readonly desk: SocketDesk<Session>;
  private readonly journal = new RevisionJournal();
  private readonly frozen = new Set<string>();
  private readonly timers: NodeJS.Timeout[] = [];

  constructor(private readonly options: CollaborationOptions<Session>) {
    const { store, log, clock, namespace } = options;
    const limits: CollaborationLimits = { ...defaultLimits, ...options.limits };
    this.limits = limits;
    this.decoder = new UpdateDecoder(limits);
    this.commits = new CommitQueue(store, limits, log, (update) => this.journal.note(update));
    const { commits, decoder } = this;
    const isAllowed = options.isAllowed ?? isProposalStruct;
    const isPlaced = options.isAllowed ? undefined : isProposalPlace;
    const shared = { namespace: namespace.name, limits, commits, decoder, isAllowed, isPlaced, now: () => clock.now() };
    this.shelf = new DocumentShelf({
      store,
      commits,
      limits,
      log,
      make: (documentId, stored, clients) => {
        const spoilt = (document: OpenDocument, error: unknown): void => this.replace(document, error);
        const document = new OpenDocument({ ...shared, documentId, spoilt }, stored, clients);
        document.frozen = this.frozen.has(documentId);
        return document;
      },
    });
    this.desk = new SocketDesk({ ...options, limits, shelf: this.shelf });
    this.every(limits.awarenessEveryMs, () => this.tellChanges());
    this.every(limits.awarenessRefreshMs, () => {
      for (const document of this.shelf.all()) document.tellAwareness(document.awareness.everybody());
    });
    this.every(limits.revisionEveryMs, () => this.revise());
  }

  /** Documents in memory now. */
  get openDocuments(): number {
    return this.shelf.size;
  }

  /**
   * Asks anew what everybody may do, in one document or in all. Writes of those concerned wait for the answer; who lost
   * the right to read leaves the document before this resolves.
   */
  async reconsider(documentId?: string): Promise<void> {
    await this.desk.reconsider(documentId);
  }

  /** Removes from a document (or from all) those sockets whose session matches, at once and without asking. */
  evict(matches: (session: Session) => boolean, documentId?: string): void {
    this.desk.evict(matches, documentId);
  }

  /**
   * Stops all writing in a document, on all screens, and gives the text as everybody has it, durable.
   * @throws UnreadableText when it is not a text (and lets people write on)
   * @throws Refusal `retry` when it could not be stored (and lets people write on)
   */
  async freeze(documentId: string): Promise<FrozenText> {
    this.frozen.add(documentId);
    try {
      const document = await this.shelf.open(documentId);
      document.frozen = true;
      document.flush();
      this.desk.tell(document, 'frozen');
      await this.commits.settled(documentId);
      const reading = readText(document.doc);
      if (!reading.ok) throw new UnreadableText(reading.problem.reason, reading.problem.path);
      this.revise(documentId);
      const { text } = reading;
      return { state: Y.encodeStateAsUpdate(document.doc), text, stateHashInput: textHashInput(text) };
    } catch (error) {
      this.thaw(documentId);
      throw error;
    }
  }

  /** Lets people write again. */
  thaw(documentId: string): void {
    this.frozen.delete(documentId);
    const document = this.shelf.get(documentId);
    if (!document?.frozen) return;
    document.frozen = false;
    this.desk.tell(document, 'thawed');
  }

  /** The text as it stands now, with what was written but is not durable yet. */
  async read(documentId: string): Promise<ReturnType<typeof readText>> {
    const document = await this.shelf.open(documentId);
    return readText(document.doc);
  }

  /**
   * Changes a document on behalf of a member, for example to merge an amendment; everybody sees it at once. Resolves when
   * it is durable. Also possible while the text is frozen: it is the caller who decides then.
   */
  async edit(documentId: string, member: string, change: (doc: Y.Doc) => void): Promise<void> {
    for (;;) {
      const document = await this.shelf.open(documentId);
      const clientId = await registerNew(document, member, this.options.store);
      // Put away meanwhile: what is changed there now would reach nobody.
      if (this.shelf.get(documentId) === document) return document.edit(member, clientId, change);
    }
  }

  /**
   * Stores everything, answers everybody and lets go of the sockets. Clients connect again elsewhere.
   * What the store does not take within its patience is logged: its writers hold it and were told nothing else.
   */
  async close(): Promise<void> {
    for (const timer of this.timers) clearInterval(timer);
    this.desk.close();
    try {
      await this.commits.drain();
    } catch (error) {
      this.options.log.error('not everything could be stored before closing', { error });
    }
    this.revise();
    this.commits.stop();
    this.options.namespace.disconnectSockets(true);
    await this.shelf.close();
    await this.decoder.close();
  }

  private every(milliseconds: number, task: () => void): void {
    this.timers.push(setInterval(task, milliseconds).unref());
  }

  private tellChanges(): void {
    for (const document of this.shelf.all()) {
      document.tellAwareness(document.awareness.takeChanges());
      document.catchUp();
      const { compactAboveBytes, compactAboveUpdates } = this.limits;
      if (document.logUpdates > compactAboveUpdates || document.logBytes > compactAboveBytes) {
        void this.shelf.compact(document);
      }
    }
  }

  private revise(documentId?: string): void {
    for (const revision of this.journal.take(documentId)) {
      try {
        this.options.onRevision?.(revision);
      } catch (error) {
        this.options.log.error('a revision could not be recorded', { documentId: revision.documentId, error });
      }
    }
  }

  private replace(document: OpenDocument, error: unknown): void {
    const { documentId } = document;
    this.options.log.error('a document in memory was dropped', { documentId, error });
    this.shelf.drop(document);
    this.desk.sendBack(document);
  }
}
