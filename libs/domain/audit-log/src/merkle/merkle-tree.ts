import { wrong } from '../audit-log-error.js';
import { CompactRange } from './compact-range.js';
import { emptyRoot, nodeHash } from './hashing.js';

/**
 * A whole Merkle tree in memory (RFC 6962): every complete subtree is kept, so roots and proofs of any earlier size
 * take a logarithmic number of hashes. Two hashes of 32 bytes for each leaf.
 */
export class MerkleTree {
  readonly #levels: Uint8Array[][] = [[]];
  readonly #range = new CompactRange();

  constructor(leafHashes: Iterable<Uint8Array> = []) {
    for (const hash of leafHashes) this.append(hash);
  }

  get size(): number {
    return this.#range.size;
  }

  append(leaf: Uint8Array): void {
    this.#range.append(leaf, (level, index, hash) => {
      (this.#levels[level] ??= [])[index] = hash;
    });
  }

  /** The hash of the leaf at an index. */
  leaf(index: number): Uint8Array {
    return this.subtree(0, index);
  }

  /** The hash of the complete subtree over 2^level leaves, from `index` * 2^level on. */
  subtree(level: number, index: number): Uint8Array {
    const hash = this.#levels[level]?.[index];
    if (!hash) throw wrong(`a tree of ${this.size} leaves has no subtree ${index} of level ${level}`);
    return hash;
  }

  /** The root when the tree had `size` leaves (all of them by default). */
  root(size = this.size): Uint8Array {
    this.#checkSize(size);
    return size === 0 ? emptyRoot() : this.#span(0, size);
  }

  /** The audit path of a leaf in the tree of `size` leaves, from its sibling upwards (RFC 6962 section 2.1.1). */
  inclusionProof(index: number, size = this.size): Uint8Array[] {
    this.#checkSize(size);
    if (!Number.isInteger(index) || index < 0 || index >= size) throw wrong(`no leaf ${index} among ${size}`);
    const path: Uint8Array[] = [];
    let [start, end] = [0, size];
    while (end - start > 1) {
      const middle = start + split(end - start);
      const right = index >= middle;
      path.push(right ? this.#span(start, middle) : this.#span(middle, end));
      [start, end] = right ? [middle, end] : [start, middle];
    }
    return path.reverse();
  }

  /** The proof that the tree of `size` leaves continues the one of `older` leaves (RFC 6962 section 2.1.2). */
  consistencyProof(older: number, size = this.size): Uint8Array[] {
    this.#checkSize(size);
    if (!Number.isInteger(older) || older < 1 || older > size) throw wrong(`no older size ${older} of ${size}`);
    const path: Uint8Array[] = [];
    let [start, end] = [0, size];
    while (end > older) {
      const middle = start + split(end - start);
      const right = older > middle;
      path.push(right ? this.#span(start, middle) : this.#span(middle, end));
      [start, end] = right ? [middle, end] : [start, middle];
    }
    // The old tree is itself a subtree of the new one exactly when it starts at 0: the verifier knows its hash.
    if (start > 0) path.push(this.#span(start, end));
    return path.reverse();
  }

  #span(start: number, end: number): Uint8Array {
    const count = end - start;
    const half = split(count);
    if (count === 1 || half * 2 === count) return this.subtree(Math.log2(count), start / count);
    return nodeHash(this.#span(start, start + half), this.#span(start + half, end));
  }

  #checkSize(size: number): void {
    if (!Number.isInteger(size) || size < 0 || size > this.size) throw wrong(`no size ${size} of ${this.size} leaves`);
  }
}

/** The largest power of two below `count`; 1 for 1. */
function split(count: number): number {
  let power = 1;
  while (power * 2 < count) power *= 2;
  return power;
}
