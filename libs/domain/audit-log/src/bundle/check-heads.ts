import { wrong } from '../audit-log-error.js';
import { equalBytes } from '../encoding/bytes.js';
import { type MerkleTree } from '../merkle/merkle-tree.js';
import { type Checkpoint, type TreeHead } from '../note/checkpoint.js';
import { knownSignatures, type VerifiedSignature } from '../note/signed-note.js';
import { type VerifierKey } from '../note/verifier-key.js';
import { type Findings } from './bundle-report.js';
import { isLost } from '../entry/restore.js';
import { type RestoreFound } from './check-restores.js';
import { type KeyTrust } from './key-trust.js';

/** A checkpoint and the file it came from. */
export interface FiledCheckpoint {
  readonly file: string;
  readonly checkpoint: Checkpoint;
}

/** Who may sign heads of this log, as far as it is known. */
export interface HeadKeys {
  readonly trust: KeyTrust;
  readonly witnesses: readonly VerifierKey[];
  /**
   * The keys that the bundle names itself, with those that the log added to them: their signatures are verified, but prove
   * nothing to who did not pin them. Absent when it names none that are not pinned.
   */
  readonly named: KeyTrust | undefined;
}

/** Checks heads of one log against its tree and its keys. The head being verified (`headFile`) must be signed by a trusted key. */
export class HeadCheck {
  constructor(
    private readonly origin: string,
    private readonly headFile: string,
    private readonly tree: MerkleTree,
    private readonly keys: HeadKeys,
    private readonly findings: Findings,
    private readonly restores: readonly RestoreFound[] = [],
  ) {}

  /** Checks checkpoints in the order of their sizes; gives the signatures on each file that are trusted, or cosign it. */
  inOrder(checkpoints: readonly FiledCheckpoint[]): ReadonlyMap<string, readonly VerifiedSignature[]> {
    const good = new Map<string, readonly VerifiedSignature[]>();
    for (const { file, checkpoint } of checkpoints.toSorted((a, b) => a.checkpoint.size - b.checkpoint.size)) {
      const signatures = this.findings.attempt(file, () => this.signatures(file, checkpoint));
      const fits = this.findings.attempt(file, () => this.fits(file, checkpoint));
      if (!signatures) continue;
      good.set(file, signatures);
      if (!fits) continue;
      if (signatures.some(({ key }) => this.isTrusted(key, checkpoint))) this.keys.trust.covers(checkpoint.size);
      if (this.namedSignature(checkpoint)) this.keys.named?.covers(checkpoint.size);
    }
    return good;
  }

  /** Whether the head is one of this tree; larger ones cannot be compared. @throws AuditLogError (wrong) */
  fits(file: string, head: TreeHead): boolean {
    if (head.origin !== this.origin) throw wrong(`it is a head of the log ${head.origin}, not of ${this.origin}`);
    if (head.size > this.tree.size) {
      this.findings.warn(
        `${file} is a later head (size ${head.size}): not compared with these ${this.tree.size} entries`,
      );
      return false;
    }
    if (!equalBytes(head.root, this.tree.root(head.size))) {
      throw wrong(`its root is not the root of the first ${head.size} entries`);
    }
    return true;
  }

  /** The good signatures on a checkpoint. @throws AuditLogError (wrong) when one is false or nobody trusted signed */
  signatures(file: string, checkpoint: Checkpoint): readonly VerifiedSignature[] {
    const { trust, witnesses } = this.keys;
    const known = knownSignatures(checkpoint.note, [...trust.keys, ...witnesses]);
    const good = known.filter(({ key }) => witnesses.includes(key) || trust.mayHaveSigned(key, checkpoint.size));
    if (good.some(({ key }) => this.isTrusted(key, checkpoint))) return good;
    const hint = this.namedSignature(checkpoint);
    if (!hint || file === this.headFile) throw wrong(`no key trusted for size ${checkpoint.size} has signed it`);
    this.findings.warn(`${file} is signed only by ${hint.key.vkey}, which the bundle names but nobody pinned`);
    return good;
  }

  private namedSignature({ note, size }: Checkpoint): VerifiedSignature | undefined {
    const { named } = this.keys;
    return named && knownSignatures(note, named.keys).find(({ key }) => named.mayHaveSigned(key, size));
  }

  isTrusted(key: VerifierKey, { size }: TreeHead): boolean {
    return key.name === this.origin && this.keys.trust.mayHaveSigned(key, size);
  }

  /** Checks a head that the caller remembers: the log must still continue it. */
  remembered(file: string, head: TreeHead & Partial<Checkpoint>): void {
    this.findings.attempt(file, () => {
      const lost = this.restores.find(({ restore }) => isLost(head.size, restore));
      const because = lost ? `; entry ${lost.index} says that it was lost when a backup was restored` : '';
      if (head.size > this.tree.size) {
        throw wrong(`the log had ${head.size} entries then, and has ${this.tree.size} now${because}`);
      }
      if (lost && !equalBytes(head.root, this.tree.root(head.size))) {
        throw wrong(`its root is not the root of the first ${head.size} entries${because}`);
      }
      this.fits(file, head);
      if (head.note && knownSignatures(head.note, this.keys.trust.keys).length === 0) {
        this.findings.warn(`${file} is not signed by a known key: it counts as the caller's own word`);
      }
    });
  }
}
