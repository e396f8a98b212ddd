import { type StatedRestore } from '@tavolo/audit-log';

/** The head of a log at some size. */
export interface Head {
  readonly size: number;
  /** 32 bytes. */
  readonly root: Uint8Array;
}

export interface HeadToSign extends Head {
  readonly origin: string;
  /** Proof that this tree continues the one signed last (RFC 6962 2.1.2); empty for the first head and for the same size. */
  readonly consistency: readonly Uint8Array[];
}

/** A key of a log. `signing`: the newest; `leaving`: signs too, for a while; `retired`: signs no more. */
export interface LogKey {
  readonly vkey: string;
  readonly state: 'signing' | 'leaving' | 'retired';
}

/**
 * Holds the keys of the logs and a memory of its own of what it signed last, outside the database (audit-log.md 2.3): a
 * restored backup or a rewritten table cannot be signed silently.
 */
export abstract class Signer {
  /** The newest verifier key under the name of a log: `<origin>+<id>+<key>`. */
  abstract verifierKey(origin: string): Promise<string>;
  /** The keys that have signed a log or sign it now, the one it began with first. */
  abstract keys(origin: string): Promise<readonly LogKey[]>;
  /** What was signed last for a log, as the signer remembers it. */
  abstract lastSigned(origin: string): Promise<Head | null>;
  /** What was signed last, for every log that the signer remembers. */
  abstract allLastSigned(): Promise<ReadonlyMap<string, Head>>;
  /**
   * The checkpoint, signed with every key that signs the log now. The head is remembered, durably, before the signature is
   * given. Throws `SignerRefusal` for a tree that is shorter than, or does not continue, the one signed last.
   */
  abstract sign(head: HeadToSign): Promise<string>;
  /**
   * Goes on from the kept head of a restore, as if the lost ones had never been signed.
   * Throws `SignerRefusal` unless the signer's own operator has signed it, and it names what was signed last.
   */
  abstract goBack(restore: StatedRestore): Promise<void>;
}

/** The signer does not sign this head. It will not sign any other either until an operator has found out why. */
export class SignerRefusal extends Error {
  constructor(
    readonly origin: string,
    reason: string,
  ) {
    super(`${origin}: not signed, ${reason}`);
    this.name = 'SignerRefusal';
  }
}
