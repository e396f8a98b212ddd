import {
  AuditLogError,
  base64,
  checkConsistency,
  checkRestoreSignature,
  noteSigner,
  signCheckpoint,
  type StatedRestore,
} from '@tavolo/audit-log';
import { type HeadMemory } from './head-memory.js';
import { Signer, SignerRefusal, type Head, type HeadToSign, type LogKey } from './signer.js';
import { SignerKeys } from './signer-keys.js';

const WHAT_TO_DO = 'Stop Tavolo and start it again: it then says what is missing and how to go on';

/** A signer with one Ed25519 key pair for all logs of the installation; the origin is inside what is signed, so heads cannot be swapped. */
export class KeyFileSigner extends Signer {
  readonly #keys: SignerKeys;
  /** One signature at a time: between reading the memory and writing it, nothing else may be signed. */
  #queue: Promise<unknown> = Promise.resolve();

  /** `keys`: the keys of the signer, or the 32 secret bytes of its only one. `operator`: the vkey of who may let a log go back. */
  constructor(
    keys: SignerKeys | Uint8Array,
    private readonly memory: HeadMemory,
    private readonly operator: string | null = null,
  ) {
    super();
    this.#keys = keys instanceof SignerKeys ? keys : SignerKeys.of(keys);
  }

  override verifierKey(origin: string): Promise<string> {
    const newest = this.#keys.keysOf(origin).at(-1);
    if (!newest) throw new Error('the signer has no key');
    return Promise.resolve(newest.vkey);
  }

  override keys(origin: string): Promise<readonly LogKey[]> {
    return Promise.resolve(this.#keys.keysOf(origin));
  }

  override lastSigned(origin: string): Promise<Head | null> {
    return Promise.resolve(this.memory.get(origin));
  }

  override allLastSigned(): Promise<ReadonlyMap<string, Head>> {
    return Promise.resolve(this.memory.all());
  }

  override sign(head: HeadToSign): Promise<string> {
    return this.#alone(() => this.#sign(head));
  }

  override goBack(restore: StatedRestore): Promise<void> {
    return this.#alone(() => this.#goBack(restore));
  }

  #alone<Result>(work: () => Promise<Result>): Promise<Result> {
    const done = this.#queue.then(work);
    this.#queue = done.catch(() => undefined);
    return done;
  }

  async #sign({ origin, size, root, consistency }: HeadToSign): Promise<string> {
    const last = this.memory.get(origin);
    if (last) checkContinues(origin, last, { size, root }, consistency);
    if (last?.size !== size) await this.memory.remember(origin, { size, root });
    const signers = this.#keys.signersOf(origin).map(({ seed }) => noteSigner(origin, seed));
    return signCheckpoint({ origin, size, root }, signers);
  }

  async #goBack(restore: StatedRestore): Promise<void> {
    const { origin, lost, kept, operator } = restore;
    const last = this.memory.get(origin);
    if (last?.size !== lost.size || base64(last.root) !== base64(lost.root)) {
      throw new SignerRefusal(origin, 'the restore is about another head than the one that was signed last');
    }
    if (operator !== this.operator) throw new SignerRefusal(origin, 'the restore is not the word of the operator');
    try {
      checkRestoreSignature(restore);
    } catch (error) {
      if (!(error instanceof AuditLogError)) throw error;
      throw new SignerRefusal(origin, `the restore is not signed by the operator: ${error.message}`);
    }
    await this.memory.goBack(origin, kept);
  }
}

function checkContinues(origin: string, last: Head, next: Head, proof: readonly Uint8Array[]): void {
  if (next.size < last.size) {
    throw new SignerRefusal(origin, `the log shrank from ${last.size} to ${next.size} entries. ${WHAT_TO_DO}`);
  }
  try {
    checkConsistency({ size1: last.size, size2: next.size, root1: last.root, root2: next.root, proof });
  } catch (error) {
    if (!(error instanceof AuditLogError)) throw error;
    throw new SignerRefusal(
      origin,
      `the tree of ${next.size} entries does not continue the one of ${last.size} with root ${base64(last.root)}: ${error.message}. ${WHAT_TO_DO}`,
    );
  }
}
