import { utf8 } from '../encoding/bytes.js';
import { leafHash } from './hashing.js';
import { MerkleTree } from './merkle-tree.js';
import { entryBundle, hashTile, parseEntryBundle, parseTilePath, tilePath, tilesOf } from './tiles.js';

describe('tiles', () => {
  it('write large indices in groups of three digits, as in C2SP tlog-tiles', () => {
    expect(tilePath({ level: 0, index: 1_234_067, width: 256 })).toBe('tile/0/x001/x234/067');
    expect(tilePath({ level: 'entries', index: 5, width: 7 })).toBe('tile/entries/005.p/7');
  });

  it('of a tree of 70,000 leaves are those that C2SP tlog-tiles counts', () => {
    const widths = (level: number) =>
      tilesOf(70_000)
        .filter((tile) => tile.level === level)
        .map(({ width }) => width);
    expect(widths(0).filter((width) => width === 256)).toHaveLength(273);
    expect(widths(0).at(-1)).toBe(112);
    expect(widths(1)).toEqual([256, 17]);
    expect(widths(2)).toEqual([1]);
  });

  test.each([
    'tile/0/1',
    'tile/0/x001',
    'tile/64/000',
    'tile/00/000',
    'tile/0/000.p/0',
    'tile/0/000.p/256',
    'tile/0/x000/001',
    'tile/entries/000.p/01',
    'tiles/0/000',
  ])('are not named %s', (path) => {
    expect(parseTilePath(path)).toBeUndefined();
  });

  it('are read back from their names', () => {
    for (const address of [...tilesOf(66_000), { level: 'entries', index: 70_001, width: 3 } as const]) {
      expect(parseTilePath(tilePath(address))).toEqual(address);
    }
  });

  it('hold the hashes of complete subtrees', () => {
    const hashes = Array.from({ length: 300 }, (_, index) => leafHash(utf8(String(index))));
    const tree = new MerkleTree(hashes);
    expect(hashTile(tree, { level: 0, index: 1, width: 44 })).toEqual(
      Uint8Array.from(hashes.slice(256).flatMap((h) => [...h])),
    );
    expect(hashTile(tree, { level: 1, index: 0, width: 1 })).toEqual(tree.root(256));
    expect(() => hashTile(tree, { level: 1, index: 0, width: 2 })).toThrow('no subtree 1 of level 8');
  });

  it('of entries are read back, and refused when cut or of another width', () => {
    const leaves = ['', 'a', 'b'.repeat(300)].map(utf8);
    const bundle = entryBundle(leaves);
    expect(parseEntryBundle(bundle, 3)).toEqual(leaves);
    expect(() => parseEntryBundle(bundle.subarray(0, -1), 3)).toThrow('ends in the middle');
    expect(() => parseEntryBundle(bundle, 2)).toThrow('holds 3 entries instead of 2');
  });
});
