import { wrong } from '../audit-log-error.js';
import { digestPlaces } from '../entry/entry-rules.js';
import { parseEntry, type Entry } from '../entry/entry.js';
import { restoreOf } from '../entry/restore.js';
import { StreamHeads } from '../entry/stream-heads.js';
import { type MerkleTree } from '../merkle/merkle-tree.js';
import { type VoteReplay } from '../votes/vote-replay.js';
import { type BundleLeaves } from './bundle-leaves.js';
import { type Findings } from './bundle-report.js';
import { type RestoreFound } from './check-restores.js';
import { keyEvent, type KeyEvent } from './key-trust.js';

/** What the entries of a log say about other files of the bundle. */
export interface EntryFacts {
  /** Entries that follow the profile. */
  readonly count: number;
  readonly streams: number;
  /** Each digest of a disclosure, and the object whose member the disclosure is. */
  readonly digests: ReadonlyMap<string, object>;
  readonly keyEvents: readonly KeyEvent[];
  readonly restores: readonly RestoreFound[];
}

const decoder = new TextDecoder();
/** One character before the sign is enough: reading all of them from each place anew would take time with the square of the leaf. */
const E_MAIL = /[^\s"@<>]@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+/;
const IPV4 = /(?<![\d.])(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d)(?![\d.])/;

/** Reads every leaf by the entry profile: form, own log, unique id, streams, keys, and the votes when asked. */
export function checkEntries(
  { file, leaves }: BundleLeaves,
  tree: MerkleTree,
  origin: string,
  votes: VoteReplay | undefined,
  findings: Findings,
): EntryFacts {
  const seen = new Map<string, number>();
  const heads = new StreamHeads();
  const streams = new Set<string>();
  const digests = new Map<string, object>();
  const keyEvents: KeyEvent[] = [];
  const restores: RestoreFound[] = [];
  let count = 0;
  const check = (index: number, action: () => void) => findings.attempt(file, action, index);
  leaves.forEach((leaf, index) => {
    const entry = findings.attempt(file, () => parseEntry(leaf), index);
    if (!entry) return;
    count++;
    streams.add(entry.stream);
    check(index, () => checkOwn(entry, origin, seen, index));
    check(index, () => heads.take(entry, tree.leaf(index), index));
    check(index, () => votes?.take(entry));
    check(index, () => addDigests(digests, entry));
    const event = findings.attempt(file, () => keyEvent(entry, index, origin), index);
    if (event) keyEvents.push(event);
    const restore = restoreOf(entry);
    if (restore?.origin === origin) restores.push({ index, restore });
    warnOfPersonalData(leaf, index, findings);
  });
  return { count, streams: streams.size, digests, keyEvents, restores };
}

function checkOwn(entry: Entry, origin: string, seen: Map<string, number>, index: number): void {
  if (entry.log !== origin) throw wrong(`the entry belongs to the log ${entry.log}`);
  const earlier = seen.get(entry.id);
  if (earlier !== undefined) throw wrong(`the id ${entry.id} is that of entry ${earlier} too`);
  seen.set(entry.id, index);
}

function addDigests(digests: Map<string, object>, entry: Entry): void {
  for (const { digest, holder } of digestPlaces(entry)) {
    if (digests.has(digest)) throw wrong(`the digest ${digest} stands in two entries`);
    digests.set(digest, holder);
  }
}

function warnOfPersonalData(leaf: Uint8Array, index: number, findings: Findings): void {
  const text = decoder.decode(leaf);
  if (text.includes('@') && E_MAIL.test(text)) findings.warn(`entry ${index} seems to hold an e-mail address`);
  if (IPV4.test(text)) findings.warn(`entry ${index} seems to hold an IPv4 address`);
}
