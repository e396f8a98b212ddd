import { type Fact } from '@tavolo/contracts';
import { randomUUID } from 'node:crypto';
import { type FreshFact } from './fact-bus.js';

/** So many facts of a room are kept for clients that come back after a short loss of connection. */
const KEPT = 200;

/** Where the facts and the watchers of a table, or of a smaller room in it, meet. */
export interface RoomName {
  readonly table: string;
  readonly room?: string | undefined;
}

export function roomKey({ table, room }: RoomName): string {
  return room === undefined ? table : `${table}/${room}`;
}

export interface SeenUpTo {
  readonly epoch: string;
  readonly version: number;
}

/**
 * Counts the facts of each room and keeps the newest. The numbers begin again when the process does: `epoch` tells the
 * client, who then fetches again everything she shows.
 */
export class FactHistory {
  readonly epoch = randomUUID();
  readonly #rooms = new Map<string, Fact[]>();
  readonly #versions = new Map<string, number>();

  add(fresh: FreshFact): Fact {
    const key = roomKey(fresh);
    const version = this.version(key) + 1;
    const fact = { ...fresh, version };
    const facts = this.#rooms.get(key) ?? [];
    facts.push(fact);
    if (facts.length > KEPT) facts.shift();
    this.#rooms.set(key, facts);
    this.#versions.set(key, version);
    return fact;
  }

  version(key: string): number {
    return this.#versions.get(key) ?? 0;
  }

  /** The facts of a room after `since`; `null` when some of them are no longer known here. */
  missed(key: string, since: SeenUpTo | undefined): Fact[] | null {
    if (since?.epoch !== this.epoch) return null;
    const facts = this.#rooms.get(key) ?? [];
    const oldest = this.version(key) - facts.length;
    if (since.version < oldest || since.version > this.version(key)) return null;
    return facts.filter(({ version }) => version > since.version);
  }
}
