import { makeDisclosure, parseDisclosure, type Disclosure } from '@tavolo/audit-log';
import { randomBytes } from 'node:crypto';
import { type EntityManager } from 'typeorm';
import { type DisclosureDraft } from '../../acts/entry-draft.js';
import { type KeyRing } from '../keys/key-ring.js';
import { seal, unseal } from '../keys/sealing.js';
import { uuid7 } from './uuid7.js';

/** A disclosure ready to be stored: its digest goes into the leaf, the rest beside it. */
export interface SealedDisclosure {
  readonly digest: string;
  readonly entryId: string;
  readonly subject: string | null;
  readonly keyId: string;
  readonly sealed: Uint8Array;
}

/** A disclosure as the database gives it back. `wrapped` is `null` when its key was destroyed. */
export interface StoredDisclosure {
  readonly digest: string;
  readonly entryId: string;
  readonly subject: string | null;
  readonly keyId: string;
  readonly sealed: Uint8Array;
  readonly wrapped: Uint8Array | null;
}

interface DataKey {
  readonly id: string;
  readonly key: Uint8Array;
}

/** Seals and opens disclosures with a data key for each person and space. Keys are never cached: a destroyed key is gone at once. */
export class DisclosureVault {
  constructor(private readonly ring: KeyRing) {}

  /** Salts and seals the disclosures of one entry, making the data keys that are missing. */
  async seal(
    manager: EntityManager,
    space: string,
    entryId: string,
    drafts: readonly DisclosureDraft[],
  ): Promise<SealedDisclosure[]> {
    const sealed: SealedDisclosure[] = [];
    const keys = new Map<string | null, DataKey>();
    for (const { name, value, subject } of drafts) {
      const key = keys.get(subject) ?? (await this.#keyOf(manager, space, subject));
      keys.set(subject, key);
      const { disclosure, digest } = makeDisclosure(randomBytes(16), name, value);
      const bytes = seal(key.key, Buffer.from(disclosure), digest);
      sealed.push({ digest, entryId, subject, keyId: key.id, sealed: bytes });
    }
    return sealed;
  }

  async store(manager: EntityManager, disclosures: readonly SealedDisclosure[]): Promise<void> {
    if (disclosures.length === 0) return;
    await manager.query(
      `insert into audit.disclosure (digest, entry_id, subject_id, key_id, sealed)
       select * from unnest($1::text[], $2::uuid[], $3::text[], $4::uuid[], $5::bytea[])`,
      [
        disclosures.map(({ digest }) => digest),
        disclosures.map(({ entryId }) => entryId),
        disclosures.map(({ subject }) => subject),
        disclosures.map(({ keyId }) => keyId),
        disclosures.map(({ sealed }) => sealed),
      ],
    );
  }

  /** The disclosure as it goes into a bundle; `null` when its key was destroyed. Throws when it was tampered with. */
  text(stored: StoredDisclosure): string | null {
    if (stored.wrapped === null) return null;
    const key = this.ring.unwrap(stored.wrapped, stored.keyId);
    return unseal(key, stored.sealed, stored.digest).toString('utf8');
  }

  /** Name and value; `null` when the key was destroyed. */
  open(stored: StoredDisclosure): Disclosure | null {
    const text = this.text(stored);
    return text === null ? null : parseDisclosure(text);
  }

  async #keyOf(manager: EntityManager, space: string, subject: string | null): Promise<DataKey> {
    const [stored] = await manager.query<{ id: string; wrapped: Buffer }[]>(
      'select id, wrapped from audit.subject_key where space_id = $1 and subject_id is not distinct from $2',
      [space, subject],
    );
    if (stored) return { id: stored.id, key: this.ring.unwrap(stored.wrapped, stored.id) };
    const fresh = { id: uuid7(), key: randomBytes(32) };
    await manager.query('insert into audit.subject_key (id, space_id, subject_id, wrapped) values ($1, $2, $3, $4)', [
      fresh.id,
      space,
      subject,
      this.ring.wrap(fresh.key, fresh.id),
    ]);
    return fresh;
  }
}
