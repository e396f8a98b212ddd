import { canonicalJson, parseCanonicalJson, type JsonObject } from '@tavolo/kernel';
import { AuditLogError, malformed, wrong } from '../audit-log-error.js';
import { base64 } from '../encoding/base64.js';
import { utf8, utf8Text } from '../encoding/bytes.js';
import { checkEntry } from './entry-rules.js';

/** The longest leaf, in bytes: C2SP entry bundles count with 16 bits. */
export const MAXIMUM_LEAF_LENGTH = 65_535;

/** One entry of a log, as it stands in its leaf. */
export interface Entry {
  readonly v: 1;
  /** UUIDv7, unique in the log; also the idempotency key of the act. */
  readonly id: string;
  /** The origin of the log: a leaf of one table cannot be shown as one of another. */
  readonly log: string;
  /** UTC, `YYYY-MM-DDTHH:MM:SS.sssZ`. The server's clock, not trusted by itself. */
  readonly at: string;
  /** Random pseudonym scoped to the table; null for the system and for batches of anonymous ballots. */
  readonly actor: string | null;
  /** Dotted lower-case name of what was done, `motion.edited`. */
  readonly act: string;
  /** The aggregate that changed, `motion:01J...`. */
  readonly stream: string;
  /** Its version, dense from 1. */
  readonly sv: number;
  /** Base64 of the leaf hash of the stream's previous entry; absent when `sv` is 1. */
  readonly prev?: string;
  /** Ids, enumerations, hashes and safe integers; other numbers are written as strings. */
  readonly data: JsonObject;
  /** Digests of disclosures, sorted. */
  readonly _sd?: readonly string[];
  readonly _sd_alg?: 'sha-256';
}

/** What an entry is made of. `prev` is the leaf hash (32 bytes) of the stream's previous entry. */
export interface EntryFields extends Omit<Entry, 'v' | 'prev' | '_sd' | '_sd_alg'> {
  readonly prev?: Uint8Array;
  /** Digests of the disclosures that carry what may be erased later; in any order. */
  readonly digests?: readonly string[];
}

/**
 * The leaf of an entry: its canonical JSON (RFC 8785) in UTF-8. Store these bytes, hash these bytes (`leafHash`), and
 * never serialise the entry again.
 * @throws AuditLogError (malformed) naming the member that breaks the entry profile, or when the leaf exceeds 65,535 bytes
 */
export function entryLeaf({ prev, digests = [], ...fields }: EntryFields): Uint8Array {
  const entry: Entry = {
    v: 1,
    ...fields,
    ...(prev && { prev: base64(prev) }),
    ...(digests.length > 0 && { _sd: [...digests].sort() }),
  };
  const hashed = digests.length > 0 || hasDigests(entry.data) ? { ...entry, _sd_alg: 'sha-256' } : entry;
  try {
    checkEntry(hashed);
    const leaf = utf8(canonicalJson(hashed));
    if (leaf.length > MAXIMUM_LEAF_LENGTH) throw wrong(`a leaf of ${leaf.length} bytes is too long`);
    return leaf;
  } catch (error) {
    throw malformed(reasonOf(error));
  }
}

/**
 * Reads a leaf back.
 * @throws AuditLogError (wrong) when it is not a canonical JSON object that follows the entry profile
 */
export function parseEntry(leaf: Uint8Array): Entry {
  if (leaf.length === 0 || leaf.length > MAXIMUM_LEAF_LENGTH) throw wrong(`a leaf of ${leaf.length} bytes`);
  try {
    return checkEntry(parseCanonicalJson(utf8Text(leaf, 'the leaf')));
  } catch (error) {
    throw wrong(reasonOf(error));
  }
}

function hasDigests(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(value).some(([name, member]) => name === '_sd' || hasDigests(member));
}

function reasonOf(error: unknown): string {
  if (error instanceof AuditLogError || (error instanceof Error && error.name === 'CanonicalJsonError')) {
    return error.message;
  }
  throw error;
}
