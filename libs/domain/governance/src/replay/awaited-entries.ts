import { partingOf, type Parting } from './difference.js';
import { type ProcedureEntry } from './entries.js';

/** An entry that has to come, and the place of the entry that brought it about. */
export interface Awaited {
  readonly entry: ProcedureEntry;
  readonly because: number;
}

/** What the replay of one entry came to; `skipped` decides nothing, `unreadable` lacks what decided. */
export type Replayed = 'act' | 'followed' | 'skipped' | 'unreadable' | Parting;

/** The entries that have to come next, since they follow from what was carried out. */
export class AwaitedEntries {
  #entries: Awaited[] = [];

  /** The first that still has to come, or `null`. */
  get first(): Awaited | null {
    return this.#entries[0] ?? null;
  }

  add(entries: readonly ProcedureEntry[], because: number): void {
    this.#entries.push(...entries.map((entry) => ({ entry, because })));
  }

  /** Compares an entry with the one that has to come next in its stream; `null` when none of its name has to. */
  take(entry: ProcedureEntry): 'followed' | Parting | null {
    const at = this.#entries.findIndex(({ entry: { act, stream } }) => act === entry.act && stream === entry.stream);
    const awaited = this.#entries[at];
    if (!awaited) return null;
    this.#entries.splice(at, 1);
    return partingOf(awaited.entry, entry) ?? 'followed';
  }

  /** An entry that had to come before any other act, or `null`. */
  missing(recorded: string | null = null): Parting | null {
    const { first } = this;
    return first && { kind: 'missing', place: '', expected: first.entry.act, recorded };
  }
}
