import { emptyRoot, nodeHash } from '@tavolo/audit-log';

const WIDTH = 256;
const HEIGHT = 8;
const HASH = 32;

/** The bytes of the hash tile of a level at an index; `null` when it is not there. */
export type TileSource = (level: number, index: number) => Promise<Uint8Array | null>;

/**
 * The Merkle tree of a log read from its tiles (C2SP tlog-tiles): roots and proofs of any size up to the present one take
 * a few tiles, however long the log is. Make one for each question: tiles that were read are kept, and logs grow.
 */
export class TileTree {
  readonly #tiles = new Map<string, Promise<Uint8Array>>();

  constructor(private readonly source: TileSource) {}

  /** The root over the first `size` leaves. */
  async root(size: number): Promise<Uint8Array> {
    return size === 0 ? emptyRoot() : this.#span(0, size);
  }

  /** Audit path of the leaf at `index` in the tree of `size` leaves (RFC 6962 2.1.1). */
  async inclusionProof(index: number, size: number): Promise<Uint8Array[]> {
    if (index < 0 || index >= size) throw new RangeError(`no leaf ${index} among ${size}`);
    const path: Promise<Uint8Array>[] = [];
    let [start, end] = [0, size];
    while (end - start > 1) {
      const middle = start + split(end - start);
      const right = index >= middle;
      path.push(right ? this.#span(start, middle) : this.#span(middle, end));
      [start, end] = right ? [middle, end] : [start, middle];
    }
    return Promise.all(path.reverse());
  }

  /** Proof that the tree of `size` leaves continues the one of `older` leaves (RFC 6962 2.1.2). */
  async consistencyProof(older: number, size: number): Promise<Uint8Array[]> {
    if (older < 1 || older > size) throw new RangeError(`no older size ${older} of ${size}`);
    const path: Promise<Uint8Array>[] = [];
    let [start, end] = [0, size];
    while (end > older) {
      const middle = start + split(end - start);
      const right = older > middle;
      path.push(right ? this.#span(start, middle) : this.#span(middle, end));
      [start, end] = right ? [middle, end] : [start, middle];
    }
    if (start > 0) path.push(this.#span(start, end));
    return Promise.all(path.reverse());
  }

  /** The complete subtrees that a tree of `size` leaves consists of, largest first: what a compact range goes on from. */
  async frontier(size: number): Promise<Uint8Array[]> {
    const hashes: Promise<Uint8Array>[] = [];
    for (let start = 0; start < size;) {
      const span = powerUpTo(size - start);
      hashes.push(this.#span(start, start + span));
      start += span;
    }
    return Promise.all(hashes);
  }

  async #span(start: number, end: number): Promise<Uint8Array> {
    const count = end - start;
    if (powerUpTo(count) === count) return this.#subtree(Math.log2(count), start / count);
    const middle = start + split(count);
    const [left, right] = await Promise.all([this.#span(start, middle), this.#span(middle, end)]);
    return nodeHash(left, right);
  }

  /** The hash over 2^level leaves from `index` * 2^level on. */
  async #subtree(level: number, index: number): Promise<Uint8Array> {
    const tileLevel = Math.floor(level / HEIGHT);
    const count = 2 ** (level % HEIGHT);
    const first = index * count;
    const tile = await this.#tile(tileLevel, Math.floor(first / WIDTH));
    const offset = first % WIDTH;
    if (tile.length < (offset + count) * HASH)
      throw new RangeError(`tile ${tileLevel}/${Math.floor(first / WIDTH)} is too short`);
    return fold(
      Array.from({ length: count }, (_, place) => tile.subarray((offset + place) * HASH, (offset + place + 1) * HASH)),
    );
  }

  #tile(level: number, index: number): Promise<Uint8Array> {
    const name = `${level}/${index}`;
    const known = this.#tiles.get(name);
    if (known) return known;
    const read = this.source(level, index).then((bytes) => {
      if (bytes === null) throw new RangeError(`there is no tile ${name}`);
      return bytes;
    });
    this.#tiles.set(name, read);
    return read;
  }
}

function fold(hashes: readonly Uint8Array[]): Uint8Array {
  let level = [...hashes];
  while (level.length > 1) {
    level = level.flatMap((hash, place) => {
      const right = level[place + 1];
      return place % 2 === 0 && right ? [nodeHash(hash, right)] : [];
    });
  }
  const [root] = level;
  if (!root) throw new RangeError('no hashes to fold');
  return root;
}

/** The largest power of two below `count`. */
function split(count: number): number {
  const power = powerUpTo(count);
  return power === count ? power / 2 : power;
}

function powerUpTo(count: number): number {
  let power = 1;
  while (power * 2 <= count) power *= 2;
  return power;
}
