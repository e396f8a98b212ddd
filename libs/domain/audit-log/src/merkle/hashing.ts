import { sha256 } from '@noble/hashes/sha2.js';
import { concatBytes } from '../encoding/bytes.js';

/** Length of every hash of the log, in bytes. */
export const HASH_LENGTH = 32;

const LEAF = Uint8Array.of(0);
const NODE = Uint8Array.of(1);

/** SHA-256. */
export function sha256Bytes(bytes: Uint8Array): Uint8Array {
  return sha256(bytes);
}

/** The hash of a leaf: SHA-256(0x00 || bytes) (RFC 6962 section 2.1). */
export function leafHash(leaf: Uint8Array): Uint8Array {
  return sha256(concatBytes(LEAF, leaf));
}

/** The hash of an inner node: SHA-256(0x01 || left || right) (RFC 6962 section 2.1). */
export function nodeHash(left: Uint8Array, right: Uint8Array): Uint8Array {
  return sha256(concatBytes(NODE, left, right));
}

/** The root of the tree without leaves: SHA-256 of nothing. */
export const emptyRoot = (): Uint8Array => sha256(new Uint8Array());
