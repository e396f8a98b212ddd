import fc from 'fast-check';
import { utf8 } from '../encoding/bytes.js';
import { CompactRange } from './compact-range.js';
import { HASH_LENGTH, emptyRoot, leafHash, nodeHash } from './hashing.js';
import { checkConsistency, checkInclusion } from './merkle-proof.js';
import { MerkleTree } from './merkle-tree.js';

const leaves = (count: number) => Array.from({ length: count }, (_, index) => leafHash(utf8(`leaf ${index}`)));
const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');

/** The definition of RFC 6962 section 2.1, word for word. */
function merkleTreeHash(hashes: readonly Uint8Array[]): Uint8Array {
  const [first] = hashes;
  if (!first) return emptyRoot();
  if (hashes.length === 1) return first;
  let k = 1;
  while (k * 2 < hashes.length) k *= 2;
  return nodeHash(merkleTreeHash(hashes.slice(0, k)), merkleTreeHash(hashes.slice(k)));
}

describe('the tree of RFC 6962', () => {
  // Section 2.1.3 names the nodes of a tree of seven leaves: a..f and j are leaf hashes, g..i, k, l the nodes above.
  const [a, b, c, d, e, f, j] = leaves(7) as [
    Uint8Array,
    Uint8Array,
    Uint8Array,
    Uint8Array,
    Uint8Array,
    Uint8Array,
    Uint8Array,
  ];
  const [g, h, i] = [nodeHash(a, b), nodeHash(c, d), nodeHash(e, f)];
  const [k, l] = [nodeHash(g, h), nodeHash(i, j)];
  const tree = new MerkleTree([a, b, c, d, e, f, j]);

  it('has the root of the example', () => {
    expect(hex(tree.root())).toBe(hex(nodeHash(k, l)));
  });

  test.each([
    [0, [b, h, l]],
    [3, [c, g, l]],
    [4, [f, j, k]],
    [6, [i, k]],
  ])('proves leaf %i by the path of the example', (index, path) => {
    expect(tree.inclusionProof(index).map(hex)).toEqual(path.map(hex));
  });

  test.each([
    [3, [c, d, g, l]],
    [4, [l]],
    [6, [i, j, k]],
  ])('proves its growth from %i leaves by the path of the example', (size, path) => {
    expect(tree.consistencyProof(size).map(hex)).toEqual(path.map(hex));
  });

  it('has SHA-256 of nothing as the root of no leaves, and separates leaves from nodes', () => {
    expect(hex(new MerkleTree().root())).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
    expect(hex(leafHash(new Uint8Array([...a, ...b])))).not.toBe(hex(g));
  });
});

const sizes = fc.integer({ min: 1, max: 70 });

describe('a growing tree', () => {
  it('has the root of the definition at every size, kept whole or as a compact range', () => {
    fc.assert(
      fc.property(sizes, fc.nat(), (size, point) => {
        const hashes = leaves(size);
        const tree = new MerkleTree(hashes);
        let range = new CompactRange();
        hashes.forEach((hash, index) => {
          if (index === point % size) range = new CompactRange(range.state);
          range.append(hash);
          expect(hex(range.root())).toBe(hex(tree.root(index + 1)));
        });
        expect(hex(tree.root())).toBe(hex(merkleTreeHash(hashes)));
      }),
    );
  });

  it('visits each subtree once, when it is complete', () => {
    const seen: string[] = [];
    const range = new CompactRange();
    for (const hash of leaves(4)) range.append(hash, (level, index) => seen.push(`${level}/${index}`));
    expect(seen).toEqual(['0/0', '0/1', '1/0', '0/2', '0/3', '1/1', '2/0']);
  });

  it('refuses a state that does not belong to its size', () => {
    expect(() => new CompactRange({ size: 3, hashes: leaves(1) })).toThrow('not the subtrees of a tree of 3 leaves');
    expect(() => new CompactRange({ size: 1, hashes: [new Uint8Array(5)] })).toThrow('not the subtrees');
    expect(() => new CompactRange({ size: -1, hashes: [] })).toThrow('-1 is not a tree size');
  });

  it('makes proofs that hold, and fail when anything in them changes', () => {
    fc.assert(
      fc.property(sizes, fc.nat(), fc.nat(), fc.nat(), (size, one, two, change) => {
        const tree = new MerkleTree(leaves(size));
        const index = one % size;
        const size1 = (two % size) + 1;
        const inclusion = {
          index,
          size,
          leafHash: tree.leaf(index),
          root: tree.root(),
          proof: tree.inclusionProof(index),
        };
        const consistency = {
          size1,
          size2: size,
          root1: tree.root(size1),
          root2: tree.root(),
          proof: tree.consistencyProof(size1),
        };
        checkInclusion(inclusion);
        checkConsistency(consistency);
        const other = leafHash(utf8('another'));
        const spoil = (proof: readonly Uint8Array[]) =>
          proof.map((hash, at) => (at === change % proof.length ? other : hash));
        const refused = [
          () => checkInclusion({ ...inclusion, leafHash: other }),
          () => checkInclusion({ ...inclusion, root: other }),
          () => checkInclusion({ ...inclusion, index: size }),
          () => checkInclusion({ ...inclusion, proof: [...inclusion.proof, other] }),
          () => checkConsistency({ ...consistency, root1: other }),
          () => checkConsistency({ ...consistency, root2: other }),
          () => checkConsistency({ ...consistency, proof: [...consistency.proof, other] }),
          () => checkConsistency({ ...consistency, size1: size + 1 }),
          ...(inclusion.proof.length === 0
            ? []
            : [
                () => checkInclusion({ ...inclusion, proof: spoil(inclusion.proof) }),
                () => checkInclusion({ ...inclusion, proof: inclusion.proof.slice(1) }),
              ]),
          ...(consistency.proof.length === 0
            ? []
            : [
                () => checkConsistency({ ...consistency, proof: spoil(consistency.proof) }),
                () => checkConsistency({ ...consistency, proof: consistency.proof.slice(1) }),
              ]),
        ];
        for (const action of refused) expect(action).toThrow();
      }),
    );
  });

  it('refuses a proof from the empty tree, and hashes of another length', () => {
    const root = leafHash(utf8('x'));
    const short = root.subarray(0, HASH_LENGTH - 1);
    const consistency = { size1: 0, size2: 1, root1: emptyRoot(), root2: root, proof: [] };
    expect(() => checkConsistency(consistency)).toThrow('proves nothing');
    expect(() => checkConsistency({ ...consistency, size1: 1, root1: short })).toThrow('not 32 bytes');
    expect(() => checkInclusion({ index: 0, size: 1, leafHash: short, root, proof: [] })).toThrow('not 32 bytes');
    expect(() => checkInclusion({ index: 0.5, size: 1, leafHash: root, root, proof: [] })).toThrow('not an index');
  });

  it('has no proof for what it does not hold', () => {
    const tree = new MerkleTree(leaves(3));
    expect(() => tree.inclusionProof(3)).toThrow('no leaf 3 among 3');
    expect(() => tree.inclusionProof(2, 2)).toThrow('no leaf 2 among 2');
    expect(() => tree.consistencyProof(0)).toThrow('no older size 0 of 3');
    expect(() => tree.root(4)).toThrow('no size 4 of 3 leaves');
  });
});
