import {
  bundleEntries,
  CompactRange,
  entryLeaf,
  leafHash,
  nextInStream,
  noteSigner,
  signCheckpoint,
  writeBundle,
  type BundleFiles,
  type Entry,
  type StreamHead,
} from '@tavolo/audit-log';
import { type JsonObject } from '@tavolo/kernel';

/** A log that somebody with a key has written anew: every leaf is chained and the head is signed, so it verifies by itself. */
export interface Resigned {
  readonly files: BundleFiles;
  readonly vkey: string;
  /** Place of the entry that was changed. */
  readonly place: number;
}

/** Changes the first entry that is asked for, and writes and signs the whole log anew. */
export function resigned(
  bundle: BundleFiles,
  isMeant: (entry: Entry) => boolean,
  change: (data: JsonObject) => JsonObject,
): Resigned {
  const entries = bundleEntries(bundle);
  const origin = entries[0]?.log ?? '';
  const signer = noteSigner(origin, new Uint8Array(32).fill(9));
  const place = entries.findIndex(isMeant);
  if (place < 0) throw new Error('the log has no such entry');
  const heads = new Map<string, StreamHead>();
  const range = new CompactRange();
  const leaves = entries.map((entry, index) => {
    const { id, log, at, actor, act, stream, _sd: digests = [] } = entry;
    const next = nextInStream(heads.get(stream));
    const data = index === place ? change(entry.data) : entry.data;
    const leaf = entryLeaf({ id, log, at, actor, act, stream, ...next, data, digests });
    heads.set(entry.stream, { sv: next.sv, leafHash: leafHash(leaf) });
    range.append(leafHash(leaf));
    return leaf;
  });
  const checkpoint = signCheckpoint({ origin, size: range.size, root: range.root() }, [signer]);
  return { files: writeBundle({ leaves, checkpoint, vkeys: [signer.key.vkey] }), vkey: signer.key.vkey, place };
}
