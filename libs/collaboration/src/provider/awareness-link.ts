import { type DocumentWriter } from '@tavolo/contracts';
import { applyAwarenessUpdate, Awareness, encodeAwarenessUpdate, removeAwarenessStates } from 'y-protocols/awareness';
import type * as Y from 'yjs';
import { decodeAwareness, encodeAwareness } from '../protocol/index.js';

/** Presence in one document: sends our own state, a few times a second at most, and never what came from others. */
export class AwarenessLink {
  readonly awareness: Awareness;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private isLinked = false;

  constructor(
    doc: Y.Doc,
    private readonly send: (message: Uint8Array) => void,
    private readonly everyMs: number,
  ) {
    this.awareness = new Awareness(doc);
    this.awareness.on('update', (_change: unknown, origin: unknown) => {
      if (origin === 'local') this.schedule();
    });
  }

  /** From now on we are known under this id and name. */
  link(clientId: number, user: DocumentWriter, everybody: Uint8Array | null): void {
    const { awareness } = this;
    const state = awareness.getLocalState();
    if (awareness.clientID !== clientId) {
      removeAwarenessStates(awareness, [awareness.clientID], this);
      awareness.clientID = clientId;
    }
    this.isLinked = true;
    awareness.setLocalState({ ...state, user });
    if (everybody) this.receive(everybody);
  }

  receive(message: Uint8Array): void {
    const entries = decodeAwareness(message, 10_000);
    // Our own state is ours to know, also when the server gives it a later clock.
    const others = entries?.filter(({ clientId }) => clientId !== this.awareness.clientID) ?? [];
    if (others.length > 0) applyAwarenessUpdate(this.awareness, encodeAwareness(others), this);
  }

  /** The others are out of sight. */
  unlink(): void {
    this.isLinked = false;
    clearTimeout(this.timer);
    this.timer = undefined;
    const others = [...this.awareness.getStates().keys()].filter((id) => id !== this.awareness.clientID);
    removeAwarenessStates(this.awareness, others, this);
  }

  destroy(): void {
    this.unlink();
    this.awareness.destroy();
  }

  private schedule(): void {
    if (!this.isLinked || this.timer !== undefined) return;
    this.timer = setTimeout(() => {
      this.timer = undefined;
      if (this.isLinked) this.send(encodeAwarenessUpdate(this.awareness, [this.awareness.clientID]));
    }, this.everyMs);
  }
}
