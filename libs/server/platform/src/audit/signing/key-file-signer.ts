import { AuditLogError, base64, checkConsistency, noteSigner, signCheckpoint } from '@tavolo/audit-log';
import { type HeadMemory } from './head-memory.js';
import { Signer, SignerRefusal, type Head, type HeadToSign } from './signer.js';

/** A signer with one Ed25519 key for all logs of the installation; the origin is inside what is signed, so heads cannot be swapped. */
export class KeyFileSigner extends Signer {
  /** One signature at a time: between reading the memory and writing it, nothing else may be signed. */
  #queue: Promise<unknown> = Promise.resolve();

  /** `seed`: the 32 secret bytes of the key. */
  constructor(
    private readonly seed: Uint8Array,
    private readonly memory: HeadMemory,
  ) {
    super();
  }

  override verifierKey(origin: string): Promise<string> {
    return Promise.resolve(noteSigner(origin, this.seed).key.vkey);
  }

  override lastSigned(origin: string): Promise<Head | null> {
    return Promise.resolve(this.memory.get(origin));
  }

  override sign(head: HeadToSign): Promise<string> {
    const signed = this.#queue.then(() => this.#sign(head));
    this.#queue = signed.catch(() => undefined);
    return signed;
  }

  async #sign({ origin, size, root, consistency }: HeadToSign): Promise<string> {
    const last = this.memory.get(origin);
    if (last) checkContinues(origin, last, { size, root }, consistency);
    if (last?.size !== size) await this.memory.remember(origin, { size, root });
    return signCheckpoint({ origin, size, root }, [noteSigner(origin, this.seed)]);
  }
}

function checkContinues(origin: string, last: Head, next: Head, proof: readonly Uint8Array[]): void {
  if (next.size < last.size) {
    throw new SignerRefusal(origin, `the log shrank from ${last.size} to ${next.size} entries`);
  }
  try {
    checkConsistency({ size1: last.size, size2: next.size, root1: last.root, root2: next.root, proof });
  } catch (error) {
    if (!(error instanceof AuditLogError)) throw error;
    throw new SignerRefusal(
      origin,
      `the tree of ${next.size} entries does not continue the one of ${last.size} with root ${base64(last.root)}: ${error.message}`,
    );
  }
}
