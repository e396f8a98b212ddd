import { Allowance } from './allowance.js';
import { type CollaborationLimits } from './limits.js';
import { type OpenDocument } from './open-document.js';
import { type CollabSocket } from './ports.js';
import { Refusal } from './refusal.js';
import { type Visitor } from './visitor.js';

export interface Visit {
  readonly document: OpenDocument;
  readonly visitor: Visitor;
}

/** A message refused for its rate weighs little: thousands of them are a flood. */
const rateStrike = 0.02;

/** One socket: its session, the documents it has open, and how it has behaved. */
export class Guest<Session> {
  readonly visits = new Map<string, Visit>();
  inFlight = 0;
  private readonly messages: Allowance;
  private readonly bytes: Allowance;
  private strikes = 0;

  constructor(
    readonly socket: CollabSocket,
    readonly session: Session,
    private readonly limits: CollaborationLimits,
  ) {
    const now = performance.now();
    this.messages = new Allowance(limits.updatesPerSecond, limits.updateBurst, now);
    this.bytes = new Allowance(limits.bytesPerSecond, limits.byteBurst, now);
  }

  /** @throws Refusal `rate` when it sends more than it may */
  spend(messages: number, bytes: number): void {
    const now = performance.now();
    const wait = this.messages.take(messages, now) || this.bytes.take(bytes, now);
    if (wait > 0) throw new Refusal('rate', false, wait);
  }

  /** Counts what no honest client does; too much of it closes the socket. */
  refused(refusal: Refusal): void {
    if (refusal.hostile) this.strikes += 1;
    else if (refusal.code === 'rate') this.strikes += rateStrike;
    if (this.strikes > this.limits.strikes) this.socket.disconnect(true);
  }
}
