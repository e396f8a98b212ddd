import { canonicalJson, parseStrictJson, type Json } from '@tavolo/kernel';
import { malformed } from '../audit-log-error.js';
import { base64url, fromBase64url } from '../encoding/base64.js';
import { utf8, utf8Text } from '../encoding/bytes.js';
import { sha256Bytes } from '../merkle/hashing.js';

/** The least length of a salt, in bytes: with less, a digest could be tried by guessing. */
export const MINIMUM_SALT_LENGTH = 16;

/** The erasable part of an entry (RFC 9901): one named value, and the salt that protects its digest. */
export interface Disclosure {
  readonly salt: string;
  readonly name: string;
  readonly value: Json;
}

/** A disclosure as it is stored and shown, and the digest that stands in the entry. */
export interface SaltedDisclosure {
  /** base64url of the JSON `[salt, name, value]`. Deleting it erases the value; the log still verifies. */
  readonly disclosure: string;
  /** base64url of SHA-256 of the disclosure. */
  readonly digest: string;
}

/** Makes a disclosure. `salt` is at least 16 random bytes, fresh for each; shorter ones are refused (malformed). */
export function makeDisclosure(salt: Uint8Array, name: string, value: Json): SaltedDisclosure {
  if (salt.length < MINIMUM_SALT_LENGTH) throw malformed(`a salt of ${salt.length} bytes is too short`);
  checkName(name);
  const disclosure = base64url(utf8(canonicalJson([base64url(salt), name, value], { numbers: 'finite' })));
  return { disclosure, digest: disclosureDigest(disclosure) };
}

/** The digest of a disclosure as sent: hash the string itself, never a serialisation of what it says. */
export function disclosureDigest(disclosure: string): string {
  return base64url(sha256Bytes(utf8(disclosure)));
}

/** Reads a disclosure `[salt, name, value]`. Refuses (malformed) anything else, and names that RFC 9901 reserves. */
export function parseDisclosure(disclosure: string): Disclosure {
  const text = utf8Text(fromBase64url(disclosure, 'the disclosure'), 'the disclosure');
  let parsed: Json;
  try {
    parsed = parseStrictJson(text);
  } catch (error) {
    throw malformed(`the disclosure is not JSON: ${error instanceof Error ? error.message : 'unreadable'}`);
  }
  const [salt, name, value] = Array.isArray(parsed) ? (parsed as readonly Json[]) : [];
  if (!Array.isArray(parsed) || parsed.length !== 3 || typeof salt !== 'string' || typeof name !== 'string') {
    throw malformed('a disclosure is a list of a salt, a name and a value');
  }
  checkName(name);
  return { salt, name, value: value ?? null };
}

function checkName(name: string): void {
  if (name === '_sd' || name === '...') throw malformed(`a disclosure cannot be named ${name}`);
}
