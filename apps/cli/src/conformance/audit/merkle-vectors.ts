import {
  CompactRange,
  MerkleTree,
  checkConsistency,
  checkInclusion,
  leafHash,
  type InclusionClaim,
} from '@tavolo/audit-log';
import { differs, refusalDiffers, type VectorCase } from '../vector-case.js';

interface TreeVector {
  readonly leaves_hex: readonly string[];
  readonly roots_hex: readonly string[];
  readonly leaf_hashes_hex: readonly string[];
  readonly inclusion: readonly { index: number; size: number; proof_hex: readonly string[] }[];
  readonly consistency: readonly { size1: number; size2: number; proof_hex: readonly string[] }[];
}

interface ProofVector {
  readonly inclusion: readonly {
    name: string;
    leafIdx: number;
    treeSize: number;
    root: string | null;
    leafHash: string | null;
    proof: readonly (string | null)[] | null;
    wantErr: boolean;
  }[];
  readonly consistency: readonly {
    name: string;
    size1: number;
    size2: number;
    root1: string | null;
    root2: string | null;
    proof: readonly (string | null)[] | null;
    wantErr: boolean;
  }[];
}

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');
const fromHex = (text: string) => new Uint8Array(Buffer.from(text, 'hex'));
/** Missing and short hashes are part of the vectors, so nothing is refused here. */
const anyHash = (text: string | null) => new Uint8Array(Buffer.from(text ?? '', 'base64'));
const anyHashes = (texts: readonly (string | null)[] | null) => (texts ?? []).map(anyHash);

/** The trees of RFC 6962: hashes, roots, proofs made and checked. */
export function treeCases(vector: TreeVector): VectorCase[] {
  const hashes = vector.leaves_hex.map((leaf) => leafHash(fromHex(leaf)));
  const tree = new MerkleTree(hashes);
  return [
    ...vector.leaf_hashes_hex.map((expected, index) => ({
      name: `leaf hash ${index}`,
      check: () => differs(hex(tree.leaf(index)), expected),
    })),
    ...vector.roots_hex.map((expected, size) => ({
      name: `root of ${size}`,
      check: () => differs(hex(tree.root(size)), expected) ?? differs(hex(rootOf(hashes.slice(0, size))), expected),
    })),
    ...vector.inclusion.map(({ index, size, proof_hex }) => ({
      name: `inclusion of ${index} in ${size}`,
      check: () => {
        const proof = tree.inclusionProof(index, size);
        checkInclusion({ index, size, leafHash: tree.leaf(index), root: tree.root(size), proof });
        return differs(proof.map(hex).join(), proof_hex.join());
      },
    })),
    ...vector.consistency.map(({ size1, size2, proof_hex }) => ({
      name: `consistency of ${size1} with ${size2}`,
      check: () => {
        const proof = tree.consistencyProof(size1, size2);
        checkConsistency({ size1, size2, root1: tree.root(size1), root2: tree.root(size2), proof });
        return differs(proof.map(hex).join(), proof_hex.join());
      },
    })),
  ];
}

/** Proofs to accept, and proofs to refuse. */
export function proofCases({ inclusion, consistency }: ProofVector): VectorCase[] {
  return [
    ...inclusion.map((probe) => {
      const claim: InclusionClaim = {
        index: probe.leafIdx,
        size: probe.treeSize,
        leafHash: anyHash(probe.leafHash),
        root: anyHash(probe.root),
        proof: anyHashes(probe.proof),
      };
      return { name: probe.name, check: () => refusalDiffers(() => checkInclusion(claim), probe.wantErr) };
    }),
    ...consistency.map((probe) => {
      const { size1, size2 } = probe;
      const [root1, root2, proof] = [anyHash(probe.root1), anyHash(probe.root2), anyHashes(probe.proof)];
      const check = () => checkConsistency({ size1, size2, root1, root2, proof });
      return { name: probe.name, check: () => refusalDiffers(check, probe.wantErr) };
    }),
  ];
}

function rootOf(hashes: readonly Uint8Array[]): Uint8Array {
  const range = new CompactRange();
  for (const hash of hashes) range.append(hash);
  return range.root();
}
