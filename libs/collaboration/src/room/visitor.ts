import { type DocumentWriter } from '@tavolo/contracts';
import { Allowance } from './allowance.js';
import { type CollaborationLimits } from './limits.js';
import { type CollabSocket } from './ports.js';

/** One socket in one document, with what it may do there. */
export class Visitor {
  /** Awareness messages that are taken; the rest is dropped in silence. */
  readonly awareness: Allowance;
  /** Set while the right is being asked anew: writes wait for the answer. */
  inQuestion: Promise<void> | undefined;
  /** The last of its updates that could not be taken at once: the next ones wait for it, to keep their order. */
  tail: Promise<void> | undefined;
  /** What a slow socket has, and since when relaying to it is paused. */
  behind: { readonly vector: Map<number, number>; readonly since: number } | undefined;

  constructor(
    readonly socket: CollabSocket,
    readonly clientId: number,
    readonly writer: DocumentWriter,
    /** Checked at each write. */
    public right: 'none' | 'read' | 'write',
    limits: CollaborationLimits,
  ) {
    const { awarenessPerSecond } = limits;
    this.awareness = new Allowance(awarenessPerSecond, awarenessPerSecond, performance.now());
  }
}
