import { wrong } from '../audit-log-error.js';
import { equalBytes } from '../encoding/bytes.js';
import { checkRestoreSignature, type StatedRestore } from '../entry/restore.js';
import { type MerkleTree } from '../merkle/merkle-tree.js';
import { type Findings } from './bundle-report.js';

/** A restore of the log that is verified, and the entry that states it. */
export interface RestoreFound {
  readonly index: number;
  readonly restore: StatedRestore;
}

/**
 * Checks what the log says about its own restores: the kept head must be one of this tree, before the entry, and the
 * operator must have signed both heads. Each restore is also a warning: what was recorded in between is gone.
 */
export function checkRestores(
  restores: readonly RestoreFound[],
  { file, tree }: { readonly file: string; readonly tree: MerkleTree },
  findings: Findings,
): void {
  for (const { index, restore } of restores) {
    const { lost, kept } = restore;
    findings.warn(
      `entry ${index}: a backup was restored; the log had ${lost.size} signed entries and goes on from the head of ${kept.size}`,
    );
    findings.attempt(
      file,
      () => {
        if (kept.size > index || !equalBytes(kept.root, tree.root(kept.size))) {
          throw wrong(`the restore goes on from a head of ${kept.size} entries that is not one of this log`);
        }
        checkRestoreSignature(restore);
      },
      index,
    );
  }
}
