import { wrong } from '../audit-log-error.js';
import { equalBytes } from '../encoding/bytes.js';
import { HASH_LENGTH, nodeHash } from './hashing.js';

export interface InclusionClaim {
  readonly index: number;
  readonly size: number;
  readonly leafHash: Uint8Array;
  readonly root: Uint8Array;
  readonly proof: readonly Uint8Array[];
}

export interface ConsistencyClaim {
  readonly size1: number;
  readonly size2: number;
  readonly root1: Uint8Array;
  readonly root2: Uint8Array;
  readonly proof: readonly Uint8Array[];
}

/**
 * Checks that a leaf stands at an index of the tree with that size and root (RFC 9162 section 2.1.3.2).
 * @throws AuditLogError (wrong)
 */
export function checkInclusion({ index, size, leafHash, root, proof }: InclusionClaim): void {
  checkNumbers(index, size);
  checkHashes(leafHash, root, ...proof);
  if (index >= size) throw wrong(`no leaf ${index} in a tree of ${size}`);
  let [fn, sn] = [index, size - 1];
  let hash = leafHash;
  for (const sibling of proof) {
    if (sn === 0) throw wrong('the inclusion proof is too long');
    if (fn % 2 === 1 || fn === sn) {
      hash = nodeHash(sibling, hash);
      while (fn % 2 === 0 && fn !== 0) [fn, sn] = [half(fn), half(sn)];
    } else {
      hash = nodeHash(hash, sibling);
    }
    [fn, sn] = [half(fn), half(sn)];
  }
  if (sn !== 0) throw wrong('the inclusion proof is too short');
  if (!equalBytes(hash, root)) throw wrong('the inclusion proof leads to another root');
}

/**
 * Checks that the tree of `size2` leaves continues the tree of `size1` leaves (RFC 9162 section 2.1.4.2).
 * `size1` must be at least 1: every tree continues the empty one, so such a proof proves nothing.
 * @throws AuditLogError (wrong)
 */
export function checkConsistency({ size1, size2, root1, root2, proof }: ConsistencyClaim): void {
  checkNumbers(size1, size2);
  checkHashes(root1, root2, ...proof);
  if (size1 === 0) throw wrong('a consistency proof from the empty tree proves nothing');
  if (size1 > size2) throw wrong(`the tree shrank from ${size1} to ${size2} leaves`);
  if (size1 === size2) {
    if (proof.length > 0) throw wrong('a consistency proof of equal sizes must be empty');
    if (!equalBytes(root1, root2)) throw wrong(`two roots for the size ${size1}`);
    return;
  }
  const path = isPowerOfTwo(size1) ? [root1, ...proof] : proof;
  const [first, ...rest] = path;
  if (!first || proof.length === 0) throw wrong('the consistency proof is empty');
  let [fn, sn] = [size1 - 1, size2 - 1];
  while (fn % 2 === 1) [fn, sn] = [half(fn), half(sn)];
  let [old, fresh] = [first, first];
  for (const hash of rest) {
    if (sn === 0) throw wrong('the consistency proof is too long');
    if (fn % 2 === 1 || fn === sn) {
      old = nodeHash(hash, old);
      fresh = nodeHash(hash, fresh);
      while (fn % 2 === 0 && fn !== 0) [fn, sn] = [half(fn), half(sn)];
    } else {
      fresh = nodeHash(fresh, hash);
    }
    [fn, sn] = [half(fn), half(sn)];
  }
  if (sn !== 0) throw wrong('the consistency proof is too short');
  if (!equalBytes(old, root1)) throw wrong('the consistency proof leads to another old root');
  if (!equalBytes(fresh, root2)) throw wrong('the consistency proof leads to another new root');
}

const half = (value: number) => Math.floor(value / 2);

function isPowerOfTwo(value: number): boolean {
  let rest = value;
  while (rest % 2 === 0) rest /= 2;
  return rest === 1;
}

function checkNumbers(...values: readonly number[]): void {
  for (const value of values) {
    if (!Number.isSafeInteger(value) || value < 0) throw wrong(`${value} is not an index or a size`);
  }
}

function checkHashes(...hashes: readonly Uint8Array[]): void {
  if (hashes.some((hash) => hash.length !== HASH_LENGTH)) throw wrong(`a hash is not ${HASH_LENGTH} bytes long`);
}
