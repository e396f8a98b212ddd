import { seal, unseal } from './sealing.js';

/**
 * Wraps the data keys of persons with a key that is outside the database. Deleting a wrapped key makes its disclosures
 * unreadable also in backups, as long as the backups of the key table are shorter-lived (audit-log.md 6).
 */
export abstract class KeyRing {
  abstract wrap(dataKey: Uint8Array, keyId: string): Uint8Array;
  /** Throws when the key was wrapped by another ring or for another id. */
  abstract unwrap(wrapped: Uint8Array, keyId: string): Uint8Array;
}

/** A key ring with one master key, kept in a file of the data folder. */
export class MasterKeyRing extends KeyRing {
  constructor(private readonly masterKey: Uint8Array) {
    super();
  }

  override wrap(dataKey: Uint8Array, keyId: string): Uint8Array {
    return seal(this.masterKey, dataKey, `tavolo-data-key:${keyId}`);
  }

  override unwrap(wrapped: Uint8Array, keyId: string): Uint8Array {
    return unseal(this.masterKey, wrapped, `tavolo-data-key:${keyId}`);
  }
}
