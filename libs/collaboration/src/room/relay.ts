import * as Y from 'yjs';
import { encodeSyncMessage } from '../protocol/index.js';
import { type CollaborationLimits } from './limits.js';
import { bytesWaiting, encodeEvent, sendEncoded } from './outgoing.js';
import { type Visitor } from './visitor.js';

/**
 * Passes accepted changes on to everybody in a document: coalesced within one turn of the event loop, encoded once, and
 * without waiting for slow sockets. Those are left behind and later get one message with all that they missed.
 */
export class Relay {
  private waiting: Uint8Array[] = [];
  private senders = new Set<Visitor | undefined>();
  private scheduled = false;

  constructor(
    private readonly namespace: string,
    private readonly documentId: string,
    private readonly visitors: ReadonlySet<Visitor>,
    private readonly limits: CollaborationLimits,
    private readonly doc: () => Y.Doc,
  ) {}

  /** @param sender who needs not be told; `undefined` when the server itself changed the document */
  pass(update: Uint8Array, sender: Visitor | undefined): void {
    this.waiting.push(update);
    this.senders.add(sender);
    if (this.scheduled) return;
    this.scheduled = true;
    setImmediate(() => this.flush());
  }

  flush(): void {
    this.scheduled = false;
    const [first] = this.waiting;
    if (first === undefined) return;
    const update = this.waiting.length === 1 ? first : Y.mergeUpdates(this.waiting);
    // With several senders each needs the others' changes; what is their own does not change anything.
    const except = this.senders.size === 1 ? [...this.senders][0] : undefined;
    this.waiting = [];
    this.senders = new Set();
    const event = encodeEvent(this.namespace, 'update', this.documentId, encodeSyncMessage('update', update));
    for (const visitor of this.visitors) {
      if (visitor === except || visitor.behind) continue;
      if (bytesWaiting(visitor.socket) > this.limits.outgoingBytes) this.leaveBehind(visitor, update);
      else sendEncoded(visitor.socket, event);
    }
  }

  /** Lets slow sockets catch up that have taken what waited for them; closes those that are behind for too long. */
  catchUp(): void {
    for (const visitor of this.visitors) {
      if (!visitor.behind) continue;
      if (bytesWaiting(visitor.socket) < this.limits.outgoingBytes / 16) {
        const missing = Y.encodeStateAsUpdate(this.doc(), Y.encodeStateVector(visitor.behind.vector));
        visitor.behind = undefined;
        const message = encodeSyncMessage('update', missing);
        sendEncoded(visitor.socket, encodeEvent(this.namespace, 'update', this.documentId, message));
      } else if (performance.now() - visitor.behind.since > this.limits.behindMs) {
        visitor.socket.disconnect();
        // Without waiting for it to take what it has not taken for so long.
        visitor.socket.conn.close(true);
      }
    }
  }

  private leaveBehind(visitor: Visitor, update: Uint8Array): void {
    const vector = Y.decodeStateVector(Y.encodeStateVector(this.doc()));
    for (const [client, clock] of Y.parseUpdateMeta(update).from) vector.set(client, clock);
    visitor.behind = { vector, since: performance.now() };
  }
}
