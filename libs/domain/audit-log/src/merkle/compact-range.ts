import { malformed } from '../audit-log-error.js';
import { HASH_LENGTH, emptyRoot, nodeHash } from './hashing.js';

/** A complete subtree that an append has finished: it spans 2^level leaves, from `index` * 2^level on. */
export type SubtreeVisitor = (level: number, index: number, hash: Uint8Array) => void;

/** What must be kept to go on appending: the size, and the hashes of the complete subtrees, largest first. */
export interface CompactRangeState {
  readonly size: number;
  readonly hashes: readonly Uint8Array[];
}

/**
 * The frontier of a growing Merkle tree (RFC 6962): appends leaves and gives the root, holding at most 53 hashes.
 * It is what a sequencer keeps between two batches.
 */
export class CompactRange {
  #size: number;
  readonly #hashes: Uint8Array[];

  /** @throws AuditLogError (malformed) when the number of hashes does not belong to the size */
  constructor(state: CompactRangeState = { size: 0, hashes: [] }) {
    if (!Number.isSafeInteger(state.size) || state.size < 0) throw malformed(`${state.size} is not a tree size`);
    if (state.hashes.length !== ones(state.size) || state.hashes.some((hash) => hash.length !== HASH_LENGTH)) {
      throw malformed(`these are not the subtrees of a tree of ${state.size} leaves`);
    }
    this.#size = state.size;
    this.#hashes = [...state.hashes];
  }

  get size(): number {
    return this.#size;
  }

  /** A copy of the state, to be stored with the batch. */
  get state(): CompactRangeState {
    return { size: this.#size, hashes: [...this.#hashes] };
  }

  /** Appends one leaf hash. `visit` gets each subtree that is now complete, from the leaf itself (level 0) upwards. */
  append(leaf: Uint8Array, visit?: SubtreeVisitor): void {
    let hash = leaf;
    let index = this.#size;
    let level = 0;
    visit?.(level, index, hash);
    for (; index % 2 === 1; index = (index - 1) / 2) {
      const left = this.#hashes.pop();
      if (!left) throw malformed('the compact range has lost a subtree');
      hash = nodeHash(left, hash);
      level++;
      visit?.(level, (index - 1) / 2, hash);
    }
    this.#hashes.push(hash);
    this.#size++;
  }

  /** The root of the tree as it stands. */
  root(): Uint8Array {
    const [last, ...larger] = [...this.#hashes].reverse();
    return last ? larger.reduce((right, left) => nodeHash(left, right), last) : emptyRoot();
  }
}

/** The number of binary ones: one complete subtree for each. */
function ones(size: number): number {
  let count = 0;
  for (let rest = size; rest > 0; rest = Math.floor(rest / 2)) count += rest % 2;
  return count;
}
