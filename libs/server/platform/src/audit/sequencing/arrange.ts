/** An entry that waits for its index. */
export interface PendingEntry {
  readonly id: string;
  readonly space: string;
  /** `Instant` of the entry. */
  readonly at: string;
  readonly version: number;
  readonly leafHash: Uint8Array;
  /** The entry before it in its stream; `null` for the first, or when it is missing. */
  readonly before: string | null;
  readonly beforeSequenced: boolean;
  /** Whether its `prev` is the leaf hash of the entry before it. */
  readonly chained: boolean;
}

export interface Arranged {
  /** In the order of the log. */
  readonly ready: readonly PendingEntry[];
  readonly broken: readonly string[];
  /** Entries left for the next round. */
  readonly waiting: number;
}

/**
 * The order in which entries enter their logs: by time and id, but none before its predecessor in the stream; such a one is
 * left for the next round. An entry that is not chained to its predecessor is never taken.
 */
export function arrange(pending: readonly PendingEntry[]): Arranged {
  const inOrder = [...pending].sort((a, b) => order(a.at, b.at) || order(a.id, b.id));
  const ready: PendingEntry[] = [];
  const broken: string[] = [];
  const taken = new Set<string>();
  for (const entry of inOrder) {
    if (!entry.chained) {
      broken.push(entry.id);
    } else if (entry.version === 1 || entry.beforeSequenced || (entry.before !== null && taken.has(entry.before))) {
      ready.push(entry);
      taken.add(entry.id);
    }
  }
  return { ready, broken, waiting: pending.length - ready.length - broken.length };
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
