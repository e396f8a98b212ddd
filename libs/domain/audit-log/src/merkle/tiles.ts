import { wrong } from '../audit-log-error.js';
import { joinBytes } from '../encoding/bytes.js';
import { type MerkleTree } from './merkle-tree.js';

/** Hashes in a full tile, and entries in a full entry bundle. */
export const TILE_WIDTH = 256;
const TILE_HEIGHT = 8;

/** The place of a tile (C2SP tlog-tiles). Level `entries` is the bundle of the leaves themselves. */
export interface TileAddress {
  readonly level: number | 'entries';
  readonly index: number;
  /** Hashes or entries in it, 1 to 256; under 256 the tile is partial. */
  readonly width: number;
}

/** `tile/<L>/<N>[.p/<W>]`, the index in groups of three digits: 1234067 is `x001/x234/067`. */
export function tilePath({ level, index, width }: TileAddress): string {
  const digits = String(index);
  const groups = digits.padStart(Math.ceil(digits.length / 3) * 3, '0').match(/.{3}/g) ?? [];
  const folders = groups.map((group, place) => (place < groups.length - 1 ? `x${group}` : group));
  const partial = width < TILE_WIDTH ? `.p/${width}` : '';
  return `tile/${level}/${folders.join('/')}${partial}`;
}

/** The address written in a path, or nothing when the path is not exactly what `tilePath` writes. */
export function parseTilePath(path: string): TileAddress | undefined {
  const match = /^tile\/(entries|[0-9]|[1-5][0-9]|6[0-3])\/((?:x\d{3}\/)*\d{3})(?:\.p\/([1-9]\d{0,2}))?$/.exec(path);
  if (!match) return undefined;
  const [, level = '', folders = '', width] = match;
  const address = {
    level: level === 'entries' ? level : Number(level),
    index: Number(folders.replace(/[x/]/g, '')),
    width: width === undefined ? TILE_WIDTH : Number(width),
  } as const;
  return tilePath(address) === path ? address : undefined;
}

/** The tiles that a tree of `size` leaves consists of: at each level the full ones and the partial one. */
export function tilesOf(size: number): TileAddress[] {
  const tiles: TileAddress[] = [];
  for (let level = 0, count = size; count > 0; level++, count = Math.floor(count / TILE_WIDTH)) {
    for (let index = 0; index * TILE_WIDTH < count; index++) {
      tiles.push({ level, index, width: Math.min(TILE_WIDTH, count - index * TILE_WIDTH) });
    }
  }
  return tiles;
}

/** The bytes of a hash tile: its hashes one after the other. Refuses a tile that the tree does not have. */
export function hashTile(tree: MerkleTree, { level, index, width }: TileAddress): Uint8Array {
  if (level === 'entries') throw wrong('an entry bundle has no hashes');
  const first = index * TILE_WIDTH;
  return joinBytes(Array.from({ length: width }, (_, place) => tree.subtree(level * TILE_HEIGHT, first + place)));
}

/** The bytes of an entry bundle: each leaf after its length as a big-endian uint16. */
export function entryBundle(leaves: readonly Uint8Array[]): Uint8Array {
  return joinBytes(leaves.flatMap((leaf) => [Uint8Array.of(leaf.length >> 8, leaf.length & 0xff), leaf]));
}

/** The leaves of an entry bundle. Refuses one that is cut or holds another number of leaves than its width says. */
export function parseEntryBundle(bytes: Uint8Array, width: number): Uint8Array[] {
  const leaves: Uint8Array[] = [];
  let offset = 0;
  while (offset < bytes.length) {
    const end = offset + 2 + (bytes[offset] ?? 0) * 256 + (bytes[offset + 1] ?? 0);
    if (end > bytes.length) throw wrong('the entry bundle ends in the middle of an entry');
    leaves.push(bytes.subarray(offset + 2, end));
    offset = end;
  }
  if (leaves.length !== width) throw wrong(`the entry bundle holds ${leaves.length} entries instead of ${width}`);
  return leaves;
}
