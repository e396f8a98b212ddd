import { hashTile, leafHash, MerkleTree } from '@tavolo/audit-log';
import fc from 'fast-check';
import { TileTree } from './tile-tree.js';

/** Tiles of a tree, as wide as they are at present. */
function tilesOf(tree: MerkleTree) {
  return (level: number, index: number): Promise<Uint8Array | null> => {
    const width = Math.min(256, Math.floor(tree.size / 256 ** level) - index * 256);
    return Promise.resolve(width > 0 ? hashTile(tree, { level, index, width }) : null);
  };
}

describe('the tree read from tiles', () => {
  const tree = new MerkleTree(Array.from({ length: 70_000 }, (_, index) => leafHash(Buffer.from(String(index)))));
  const tiles = tilesOf(tree);
  const sizes = fc.integer({ min: 1, max: tree.size });

  it('has the roots and proofs of the whole tree, for every size', async () => {
    await fc.assert(
      fc.asyncProperty(sizes, sizes, fc.nat(), async (a, b, position) => {
        const [older, size] = a < b ? [a, b] : [b, a];
        const index = position % size;
        const read = new TileTree(tiles);
        expect(await read.root(size)).toEqual(tree.root(size));
        expect(await read.consistencyProof(older, size)).toEqual(tree.consistencyProof(older, size));
        expect(await read.inclusionProof(index, size)).toEqual(tree.inclusionProof(index, size));
      }),
      { numRuns: 60 },
    );
  });

  it('reads a few tiles for a proof, however long the log is', async () => {
    const read: string[] = [];
    const counting = new TileTree((level, index) => {
      read.push(`${level}/${index}`);
      return tiles(level, index);
    });
    await counting.inclusionProof(12_345, 69_999);
    expect(read.length).toBeLessThan(12);
    expect(new Set(read).size).toBe(read.length);
  });

  it('refuses proofs of what is not there', async () => {
    const read = new TileTree(tiles);
    await expect(read.inclusionProof(5, 5)).rejects.toThrow(RangeError);
    await expect(read.consistencyProof(0, 5)).rejects.toThrow(RangeError);
    await expect(read.root(tree.size + 1)).rejects.toThrow(RangeError);
  });
});
