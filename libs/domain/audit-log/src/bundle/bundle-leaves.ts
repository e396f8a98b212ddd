import { malformed } from '../audit-log-error.js';
import { TILE_WIDTH, parseEntryBundle, parseTilePath, tilePath } from '../merkle/tiles.js';
import { equalBytes } from '../encoding/bytes.js';
import { type BundleFiles } from './bundle-files.js';
import { type Findings } from './bundle-report.js';

const ENTRIES = 'entries.jsonl';
const LINE_FEED = 0x0a;
const NO_LEAF = Uint8Array.of(LINE_FEED);

/** The leaves of a bundle, and the file they were read from. */
export interface BundleLeaves {
  readonly file: string;
  readonly leaves: readonly Uint8Array[];
}

/**
 * The leaves, from `entries.jsonl` or else from the entry bundles of C2SP tlog-tiles.
 * @throws AuditLogError (malformed) when there is neither
 */
export function bundleLeaves(files: BundleFiles, size: number, findings: Findings): BundleLeaves {
  const jsonl = files.get(ENTRIES);
  if (jsonl) return { file: ENTRIES, leaves: splitLines(jsonl, findings) };
  const leaves: Uint8Array[] = [];
  for (let index = 0; index * TILE_WIDTH < size; index++) {
    const width = Math.min(TILE_WIDTH, size - index * TILE_WIDTH);
    const path = tilePath({ level: 'entries', index, width });
    const content = files.get(path);
    if (!content) throw malformed(`${ENTRIES} is missing, and so is ${path}`);
    leaves.push(...(findings.attempt(path, () => parseEntryBundle(content, width)) ?? []));
  }
  return { file: 'tile/entries', leaves };
}

/** Compares every entry bundle of the bundle with the leaves. */
export function checkEntryBundles(files: BundleFiles, leaves: readonly Uint8Array[], findings: Findings): number {
  let count = 0;
  for (const [path, content] of files) {
    const address = parseTilePath(path);
    if (address?.level !== 'entries') continue;
    count++;
    const bundled = findings.attempt(path, () => parseEntryBundle(content, address.width));
    const first = address.index * TILE_WIDTH;
    const place = bundled?.findIndex((leaf, at) => !equalBytes(leaf, leaves[first + at] ?? NO_LEAF)) ?? -1;
    if (place >= 0) findings.wrong(path, 'the entry is another one here than in the list of entries', first + place);
  }
  return count;
}

function splitLines(bytes: Uint8Array, findings: Findings): Uint8Array[] {
  const leaves: Uint8Array[] = [];
  let start = 0;
  for (let end = bytes.indexOf(LINE_FEED); end >= 0; end = bytes.indexOf(LINE_FEED, start)) {
    leaves.push(bytes.subarray(start, end));
    start = end + 1;
  }
  if (start < bytes.length) {
    findings.wrong(ENTRIES, 'the last line is not ended by a line feed', leaves.length);
    leaves.push(bytes.subarray(start));
  }
  return leaves;
}
