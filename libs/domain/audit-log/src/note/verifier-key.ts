import { malformed } from '../audit-log-error.js';
import { base64, fromBase64, hex } from '../encoding/base64.js';
import { concatBytes, utf8 } from '../encoding/bytes.js';
import { sha256Bytes } from '../merkle/hashing.js';

/** Signature types of C2SP signed-note that this library verifies. */
export const SIGNATURE_TYPE = { ed25519: 0x01, cosignature: 0x04 } as const;

/** A key that can verify signatures of a note: the text form is `<name>+<hex id>+<base64(type || public key)>`. */
export interface VerifierKey {
  readonly name: string;
  /** Eight hexadecimal digits: the first four bytes of SHA-256(name || 0x0A || type || public key). */
  readonly id: string;
  /** 1 for the log itself, 4 for a witness. */
  readonly type: number;
  readonly publicKey: Uint8Array;
  /** The text form, as it is pinned and published. */
  readonly vkey: string;
}

/** Builds the verifier key of a name and an Ed25519 public key of 32 bytes. */
export function verifierKey(name: string, publicKey: Uint8Array, type: number = SIGNATURE_TYPE.ed25519): VerifierKey {
  if (!isKeyName(name)) throw malformed(`${JSON.stringify(name)} is not a key name`);
  if (publicKey.length !== 32) throw malformed('an Ed25519 public key has 32 bytes');
  const material = concatBytes(Uint8Array.of(type), publicKey);
  const id = hex(sha256Bytes(concatBytes(utf8(`${name}\n`), material)).subarray(0, 4));
  return { name, id, type, publicKey, vkey: `${name}+${id}+${base64(material)}` };
}

/**
 * Reads a vkey. Refuses (malformed) a bad name, an unknown signature type, a key of the wrong length, and an id that is
 * not the hash of the rest.
 */
export function parseVerifierKey(vkey: string): VerifierKey {
  const match = /^([^+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]+=*)$/.exec(vkey);
  if (!match) throw malformed(`${JSON.stringify(vkey)} is not a vkey`);
  const [, name = '', id = '', encoded = ''] = match;
  const [type = 0, ...publicKey] = fromBase64(encoded, 'the key of the vkey');
  if (type !== SIGNATURE_TYPE.ed25519 && type !== SIGNATURE_TYPE.cosignature) {
    throw malformed(`the vkey of ${name} has the unknown signature type ${type}`);
  }
  const key = verifierKey(name, Uint8Array.from(publicKey), type);
  if (key.id !== id) throw malformed(`the vkey of ${name} states the id ${id}, but its key has ${key.id}`);
  return key;
}

/** Reads one vkey a line; empty lines and lines that start with `#` are comments. */
export function parseVerifierKeys(text: string): VerifierKey[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map(parseVerifierKey);
}

/** A key name is not empty and has no white space and no plus. */
export function isKeyName(name: string): boolean {
  return name !== '' && !/[\p{White_Space}+]/u.test(name);
}

/** True when both stand for the same key under the same name. */
export function sameKey(a: VerifierKey, b: VerifierKey): boolean {
  return a.vkey === b.vkey;
}
