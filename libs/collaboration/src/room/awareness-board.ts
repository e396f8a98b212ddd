import { type DocumentWriter } from '@tavolo/contracts';
import { type AwarenessEntry, decodeAwareness, encodeAwareness, visitorMember } from '../protocol/index.js';
import { Refusal } from './refusal.js';

/**
 * Who is present in a document and where their cursors are. The server owns it: `user` comes from the session, each
 * socket speaks for its own client id only, visitors show no caret, clocks are the server's. Never stored.
 */
export class AwarenessBoard {
  private readonly states = new Map<number, string>();
  private readonly changed = new Set<number>();
  private clock = 0;

  constructor(
    private readonly now: () => number,
    private readonly mostBytes: number,
  ) {}

  /**
   * Takes a client's own entry out of its message; entries for others are ignored. @returns whether anything changed
   * (a renewal does not)
   * @throws Refusal
   */
  take(message: Uint8Array, clientId: number, user: DocumentWriter): boolean {
    if (message.length > 2 * this.mostBytes) throw new Refusal('tooLarge', true);
    const own = decodeAwareness(message, 8)?.find((entry) => entry.clientId === clientId);
    if (!own) throw new Refusal('malformed', true);
    const state = stamped(own.state, user);
    if (state !== null && state.length > this.mostBytes) throw new Refusal('tooLarge', true);
    return state === null ? this.remove(clientId) : this.put(clientId, state);
  }

  /** @returns whether the client was present */
  remove(clientId: number): boolean {
    if (!this.states.delete(clientId)) return false;
    this.changed.add(clientId);
    return true;
  }

  /** The changes since the last call as one message; `undefined` when there are none. */
  takeChanges(): Uint8Array | undefined {
    if (this.changed.size === 0) return undefined;
    const clients = [...this.changed];
    this.changed.clear();
    return this.encode(clients);
  }

  /** Everybody present, for a newcomer or as a refresh; `undefined` when nobody is. */
  everybody(): Uint8Array | undefined {
    return this.states.size === 0 ? undefined : this.encode([...this.states.keys()]);
  }

  private put(clientId: number, state: string): boolean {
    if (this.states.get(clientId) === state) return false;
    this.states.set(clientId, state);
    this.changed.add(clientId);
    return true;
  }

  private encode(clients: readonly number[]): Uint8Array {
    // A clock from the time of day stays ahead of what clients know, also after a restart of the server.
    this.clock = Math.max(this.clock + 1, this.now());
    const entries = clients.map((clientId): AwarenessEntry => {
      return { clientId, clock: this.clock, state: this.states.get(clientId) ?? 'null' };
    });
    return encodeAwareness(entries);
  }
}

function stamped(text: string, user: DocumentWriter): string | null {
  let state: unknown;
  try {
    state = JSON.parse(text);
  } catch {
    throw new Refusal('malformed', true);
  }
  if (state === null) return null;
  if (typeof state !== 'object' || Array.isArray(state)) throw new Refusal('malformed', true);
  // Visitors are counted: where they read is nobody's business.
  return JSON.stringify(user.member === visitorMember ? { user } : { ...state, user });
}
