import * as encoding from 'lib0/encoding';
import type * as Y from 'yjs';

/** Ranges of deleted items by Yjs client id, as a delete set holds them. */
export type Deletions = ReadonlyMap<number, readonly Deletion[]>;

export interface Deletion {
  readonly clock: number;
  readonly len: number;
}

/** What a decoded update deletes. */
export function deletionsOf(update: { readonly ds: unknown }): Deletions {
  return (update.ds as { readonly clients: Deletions }).clients;
}

/** The parts of `ours` that `theirs` lacks. Ranges of each client must be sorted and disjoint, as Yjs encodes states. */
export function missingDeletions(ours: Deletions, theirs: Deletions): Map<number, Deletion[]> {
  const missing = new Map<number, Deletion[]>();
  for (const [client, ranges] of ours) {
    const known = theirs.get(client) ?? [];
    const left: Deletion[] = [];
    let next = 0;
    for (const range of ranges) {
      let from = range.clock;
      const end = range.clock + range.len;
      while (next < known.length && rangeEnd(known[next]) <= from) next++;
      for (let at = next; at < known.length && from < end; at++) {
        const covered = known[at];
        if (!covered || covered.clock >= end) break;
        if (covered.clock > from) left.push({ clock: from, len: covered.clock - from });
        from = Math.max(from, rangeEnd(covered));
      }
      if (from < end) left.push({ clock: from, len: end - from });
    }
    if (left.length > 0) missing.set(client, left);
  }
  return missing;
}

function rangeEnd(range: Deletion | undefined): number {
  return range ? range.clock + range.len : Infinity;
}

/** Writes deletions as the last part of an update in format V1. */
export function writeDeletions(encoder: Y.UpdateEncoderV1, deletions: Deletions): void {
  encoding.writeVarUint(encoder.restEncoder, deletions.size);
  for (const [client, ranges] of [...deletions].sort(([a], [b]) => b - a)) {
    encoding.writeVarUint(encoder.restEncoder, client);
    encoding.writeVarUint(encoder.restEncoder, ranges.length);
    for (const { clock, len } of ranges) {
      encoding.writeVarUint(encoder.restEncoder, clock);
      encoding.writeVarUint(encoder.restEncoder, len);
    }
  }
}
