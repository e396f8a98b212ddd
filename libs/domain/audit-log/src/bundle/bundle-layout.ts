import { malformed } from '../audit-log-error.js';
import { utf8Text } from '../encoding/bytes.js';
import { parseTilePath } from '../merkle/tiles.js';
import { parseCheckpoint, type Checkpoint } from '../note/checkpoint.js';
import { parsePolicy, type TlogPolicy } from '../note/policy.js';
import { parseVerifierKeys, type VerifierKey } from '../note/verifier-key.js';
import { type BundleFiles } from './bundle-files.js';
import { type Findings } from './bundle-report.js';

/** How much is demanded of the leaves: any bytes, the entry profile, or the entry profile with votes recounted. */
export type BundleProfile = 'raw' | 'entries' | 'votes';

const REQUIRED = ['vkey.txt', 'entries.jsonl', 'disclosures.txt', 'policy.txt', 'checkpoint.txt'];

/** The head of the bundle and the file it stands in (`checkpoint` in the layout of tlog-tiles). */
export function bundleHead(files: BundleFiles): { file: string; checkpoint: Checkpoint } {
  const file = files.has('checkpoint.txt') || !files.has('checkpoint') ? 'checkpoint.txt' : 'checkpoint';
  return { file, checkpoint: parseCheckpoint(textOf(files, file)) };
}

/** The verifier keys that the bundle itself names; required in the entry profile. */
export function bundleKeys(files: BundleFiles, profile: BundleProfile): VerifierKey[] {
  return profile === 'raw' && !files.has('vkey.txt') ? [] : parseVerifierKeys(textOf(files, 'vkey.txt'));
}

/** The policy of the bundle, when it has one. */
export function bundlePolicy(files: BundleFiles): TlogPolicy | undefined {
  return files.has('policy.txt') ? parsePolicy(textOf(files, 'policy.txt')) : undefined;
}

/** The further checkpoints of the bundle that can be read. */
export function furtherCheckpoints(files: BundleFiles, findings: Findings): { file: string; checkpoint: Checkpoint }[] {
  return [...files.keys()].filter(isFurtherCheckpoint).flatMap((file) => {
    const checkpoint = findings.attempt(file, () => parseCheckpoint(textOf(files, file)));
    return checkpoint ? [{ file, checkpoint }] : [];
  });
}

/** True for a file that the layout knows; others are listed and not read. */
export function isKnownFile(path: string): boolean {
  return (
    REQUIRED.includes(path) ||
    path === 'checkpoint' ||
    isFurtherCheckpoint(path) ||
    /^proofs\/[^/]+\.(json|tlog-proof|add-checkpoint)$/.test(path) ||
    parseTilePath(path) !== undefined
  );
}

function isFurtherCheckpoint(path: string): boolean {
  return /^checkpoints\/[^/]+\.txt$|^checkpoint\.\d+$/.test(path);
}

function textOf(files: BundleFiles, path: string): string {
  const content = files.get(path);
  if (!content) throw malformed(`${path} is missing`);
  return utf8Text(content, path);
}
