import * as Y from 'yjs';
import { type Clocks, decodeSyncMessage, deletionsOf, encodeSyncMessage } from '../protocol/index.js';
import { type Place, readText } from '../text/index.js';
import { AwarenessBoard } from './awareness-board.js';
import { type CommitQueue } from './commit-queue.js';
import { type CollaborationLimits } from './limits.js';
import { asMeant, type Produced } from './meant-deletions.js';
import { encodeEvent, sendEncoded } from './outgoing.js';
import { type AcceptedUpdate, type RegisteredClient, type StoredDocument } from './ports.js';
import { Refusal } from './refusal.js';
import { Relay } from './relay.js';
import { checkUpdate } from './update-check.js';
import { type DecodedUpdate, type UpdateDecoder } from './update-decoder.js';
import { type Visitor } from './visitor.js';
import { WriterColours } from './writer-colour.js';

export interface OpenDocumentContext {
  readonly documentId: string;
  readonly namespace: string;
  readonly limits: CollaborationLimits;
  readonly commits: CommitQueue;
  readonly decoder: UpdateDecoder;
  readonly now: () => number;
  readonly isAllowed: (struct: Y.Item) => boolean;
  readonly isPlaced: ((struct: Y.Item, place: Place) => boolean) | undefined;
  /** Called when the document in memory can no longer be trusted and must be loaded anew. */
  readonly spoilt: (document: OpenDocument, error: unknown) => void;
}

/** Whose update it is, and what she meant to delete. */
interface Author {
  readonly member: string;
  readonly clientIds: readonly number[];
  readonly visitor: Visitor | undefined;
  readonly meant: unknown;
}

/** One document in memory, with everybody who has it open. Its garbage is never collected: old versions stay readable. */
export class OpenDocument {
  readonly doc = new Y.Doc({ gc: false });
  readonly visitors = new Set<Visitor>();
  readonly memberOf = new Map<number, string>();
  readonly awareness: AwarenessBoard;
  readonly colours = new WriterColours();
  frozen = false;
  /** Nothing is taken any more: the document is being loaded anew. */
  isSpoilt = false;
  /** Bytes and updates appended since the last compaction. */
  logBytes = 0;
  logUpdates = 0;

  /** The first clock that the document lacks, by client. */
  readonly clocks: Clocks = { get: (client) => Y.getState(this.doc.store, client) };

  private readonly relay: Relay;
  private bytes = 0;
  private whole: Uint8Array | undefined;
  private produced: Produced | undefined;

  constructor(
    private readonly context: OpenDocumentContext,
    stored: StoredDocument,
    clients: readonly RegisteredClient[],
  ) {
    const { namespace, documentId, limits } = context;
    this.awareness = new AwarenessBoard(context.now, limits.awarenessBytes);
    this.relay = new Relay(namespace, documentId, this.visitors, limits, () => this.doc);
    for (const { clientId, member } of clients) this.memberOf.set(clientId, member);
    applyStored(this.doc, stored);
    this.logUpdates = stored.updates.length;
    this.logBytes = stored.updates.reduce((sum, update) => sum + update.length, 0);
    this.bytes = (stored.snapshot?.length ?? 0) + this.logBytes;
    this.doc.on('update', (update: Uint8Array, _origin: unknown, _doc: Y.Doc, { deleteSet }: Y.Transaction) => {
      this.produced = { update, deleted: deleteSet.clients };
    });
  }

  get documentId(): string {
    return this.context.documentId;
  }

  /**
   * What somebody lacks who holds `vector`. The whole document is encoded once between two changes, however many join.
   * @throws Refusal `malformed`
   */
  missing(vector: Uint8Array): Uint8Array {
    try {
      if (Y.decodeStateVector(vector).size > 0) return Y.encodeStateAsUpdate(this.doc, vector);
    } catch {
      throw new Refusal('malformed', true);
    }
    this.whole ??= Y.encodeStateAsUpdate(this.doc);
    return this.whole;
  }

  step1(): Uint8Array {
    return encodeSyncMessage('step1', Y.encodeStateVector(this.doc));
  }

  /**
   * Takes a sync message of a visitor: checks it, applies it, passes it on at once, and resolves when it is durable.
   * A message without anything new resolves when everything before it is durable.
   * @throws Refusal
   */
  async take(visitor: Visitor, message: Uint8Array): Promise<void> {
    const sync = decodeSyncMessage(message);
    if (!sync || sync.kind === 'step1') throw new Refusal('malformed', true);
    const update = sync.payload;
    if (update.length > this.context.limits.updateBytes) throw new Refusal('tooLarge', true);
    const isLarge = this.context.decoder.needsTrial(update);
    if (!isLarge && !visitor.tail && !visitor.inQuestion) return this.accept(visitor, update);
    const turn = this.inTurn(visitor, isLarge ? update : undefined);
    const done = turn.then(() => this.accept(visitor, update));
    const tail = turn.catch(() => undefined);
    visitor.tail = tail;
    void tail.then(() => {
      if (visitor.tail === tail) visitor.tail = undefined;
    });
    return done;
  }

  /** A change that the server itself makes for a member, under a client id registered to her. */
  edit(member: string, clientId: number, change: (doc: Y.Doc) => void): Promise<void> {
    const copy = new Y.Doc({ gc: false });
    copy.clientID = clientId;
    Y.applyUpdate(copy, Y.encodeStateAsUpdate(this.doc));
    const before = Y.encodeStateVector(copy);
    change(copy);
    const update = Y.encodeStateAsUpdate(copy, before);
    copy.destroy();
    return this.apply(update, { member, clientIds: [clientId], visitor: undefined, meant: Y.decodeUpdate(update).ds });
  }

  /** Passes on what is waiting to be passed on. */
  flush(): void {
    this.relay.flush();
  }

  catchUp(): void {
    this.relay.catchUp();
  }

  /** Tells everybody (or all but one) about cursors. */
  tellAwareness(message: Uint8Array | undefined): void {
    if (message === undefined) return;
    const event = encodeEvent(this.context.namespace, 'awareness', this.documentId, message);
    for (const visitor of this.visitors) if (!visitor.behind) sendEncoded(visitor.socket, event);
  }

  destroy(): void {
    this.doc.destroy();
  }

  private async inTurn(visitor: Visitor, large: Uint8Array | undefined): Promise<void> {
    const before = visitor.tail;
    await Promise.all([before, visitor.inQuestion, large && this.context.decoder.trial(large)]);
  }

  private accept(visitor: Visitor, update: Uint8Array): Promise<void> {
    const { limits, commits, decoder, isAllowed, isPlaced } = this.context;
    if (this.isSpoilt) throw new Refusal('resync');
    if (!this.visitors.has(visitor)) throw new Refusal('notJoined');
    const decoded = decoder.decode(update);
    const { member } = visitor.writer;
    if (visitor.right !== 'write') {
      // A reader's second step of the sync is welcome when it holds nothing new.
      if (this.holds(decoded, update)) return Promise.resolve();
      throw new Refusal('denied');
    }
    if (this.frozen) {
      if (this.holds(decoded, update)) return commits.settled(this.documentId);
      throw new Refusal('frozen');
    }
    if (commits.isStalled(this.documentId)) throw new Refusal('retry', false, 1000);
    if (this.bytes + update.length > limits.documentBytes) throw new Refusal('tooLarge');
    const { doc, memberOf, clocks: present } = this;
    const checked = checkUpdate(decoded, { doc, present, memberOf, member, isAllowed, isPlaced });
    const { clientIds, concernsWhole } = checked;
    if (concernsWhole && this.wouldSpoil(update)) throw new Refusal('malformed');
    return this.apply(update, { member, clientIds, visitor, meant: decoded.ds });
  }

  private apply(update: Uint8Array, author: Author): Promise<void> {
    const { commits, documentId, now } = this.context;
    this.produced = undefined;
    try {
      Y.applyUpdate(this.doc, update);
      if (this.doc.store.pendingStructs || this.doc.store.pendingDs) throw new RangeError('something is pending');
    } catch (error) {
      this.isSpoilt = true;
      this.context.spoilt(this, error);
      throw new Refusal('resync', true);
    }
    // What the document made of it is passed on and stored, never the bytes that came.
    const produced = this.takeProduced();
    if (produced === undefined) return commits.settled(documentId);
    this.whole = undefined;
    this.bytes += produced.update.length;
    this.logBytes += produced.update.length;
    this.logUpdates++;
    this.relay.pass(asMeant(produced, author.meant), author.visitor);
    const accepted: AcceptedUpdate = {
      documentId,
      update: produced.update,
      member: author.member,
      clientIds: author.clientIds,
      at: now(),
    };
    return commits.add(accepted);
  }

  /** Whether the text, readable now, would be unreadable after this update. Tried on a copy. */
  private wouldSpoil(update: Uint8Array): boolean {
    const copy = new Y.Doc({ gc: false });
    try {
      this.whole ??= Y.encodeStateAsUpdate(this.doc);
      Y.applyUpdate(copy, this.whole);
      Y.applyUpdate(copy, update);
      return !readText(copy).ok && readText(this.doc).ok;
    } finally {
      copy.destroy();
    }
  }

  private takeProduced(): Produced | undefined {
    const { produced } = this;
    this.produced = undefined;
    return produced;
  }

  /** Whether the document already holds all that an update says. */
  private holds(decoded: DecodedUpdate, update: Uint8Array): boolean {
    const isNew = ({ id, length }: Y.Item): boolean => id.clock + length > (this.clocks.get(id.client) ?? 0);
    if (decoded.structs.some(isNew)) return false;
    return deletionsOf(decoded).size === 0 || Y.snapshotContainsUpdate(Y.snapshot(this.doc), update);
  }
}

/** Applies what is stored to an empty document. */
export function applyStored(doc: Y.Doc, stored: StoredDocument): void {
  const updates = stored.snapshot ? [stored.snapshot, ...stored.updates] : [...stored.updates];
  if (updates.length > 0) Y.applyUpdate(doc, updates.length === 1 && updates[0] ? updates[0] : Y.mergeUpdates(updates));
}

/** One snapshot of a snapshot and the updates after it: what stores pass to `compact`. */
export function mergeStored(stored: StoredDocument): Uint8Array {
  const doc = new Y.Doc({ gc: false });
  applyStored(doc, stored);
  const snapshot = Y.encodeStateAsUpdate(doc);
  doc.destroy();
  return snapshot;
}
