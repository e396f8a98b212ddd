import { parseStrictJson, type JsonObject } from '@tavolo/kernel';
import { malformed, wrong } from '../audit-log-error.js';
import { fromBase64 } from '../encoding/base64.js';
import { equalBytes, utf8Text } from '../encoding/bytes.js';
import { checkConsistency, checkInclusion } from '../merkle/merkle-proof.js';
import { type MerkleTree } from '../merkle/merkle-tree.js';
import { parseCheckpoint, type Checkpoint } from '../note/checkpoint.js';
import { parseAddCheckpoint, parseTlogProof } from '../note/proof-file.js';

/** Checks a checkpoint inside a proof file: signatures, and that it is a head of this tree. */
type CheckHead = (checkpoint: Checkpoint) => void;

/** Checks a proof in JSON: `inclusion` or `consistency`, with the names of the transparency-dev test data. */
export function checkJsonProof(content: Uint8Array, tree: MerkleTree): void {
  const proof = readProof(content);
  if (isInclusion(proof)) {
    const claim = {
      index: integer(proof, 'leafIdx'),
      size: integer(proof, 'treeSize'),
      leafHash: hash(proof, 'leafHash'),
      root: hash(proof, 'root'),
      proof: hashes(proof),
    };
    checkInclusion(claim);
    mustBeRoot(tree, claim.size, claim.root);
    if (!equalBytes(claim.leafHash, tree.leaf(claim.index)))
      throw wrong(`it proves another leaf than entry ${claim.index}`);
  } else {
    const claim = {
      size1: integer(proof, 'size1'),
      size2: integer(proof, 'size2'),
      root1: hash(proof, 'root1'),
      root2: hash(proof, 'root2'),
      proof: hashes(proof),
    };
    checkConsistency(claim);
    mustBeRoot(tree, claim.size1, claim.root1);
    mustBeRoot(tree, claim.size2, claim.root2);
  }
}

/** Checks a C2SP tlog-proof of an entry of this tree. */
export function checkTlogProof(content: Uint8Array, tree: MerkleTree, checkHead: CheckHead): void {
  const { index, proof, checkpoint } = parseTlogProof(utf8Text(content));
  const head = parseCheckpoint(checkpoint);
  checkHead(head);
  if (index >= tree.size) throw wrong(`the log has no entry ${index}`);
  checkInclusion({ index, size: head.size, root: head.root, leafHash: tree.leaf(index), proof });
}

/** Checks an add-checkpoint body: its head continues the older head of this tree. */
export function checkAddCheckpoint(content: Uint8Array, tree: MerkleTree, checkHead: CheckHead): void {
  const { oldSize, proof, checkpoint } = parseAddCheckpoint(utf8Text(content));
  const head = parseCheckpoint(checkpoint);
  checkHead(head);
  if (oldSize === 0) {
    if (proof.length > 0) throw wrong('the proof from the empty tree is not empty');
    return;
  }
  if (oldSize > head.size) throw wrong(`the old size ${oldSize} is above the size ${head.size}`);
  checkConsistency({ size1: oldSize, size2: head.size, root1: tree.root(oldSize), root2: head.root, proof });
}

function readProof(content: Uint8Array): JsonObject {
  let value: unknown;
  try {
    value = parseStrictJson(utf8Text(content, 'the proof'));
  } catch (error) {
    throw malformed(`it is not JSON: ${error instanceof Error ? error.message : 'unreadable'}`);
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw malformed('it is not a JSON object');
  return value as JsonObject;
}

function isInclusion(proof: JsonObject): boolean {
  const { type } = proof;
  if (type !== undefined && type !== 'inclusion' && type !== 'consistency') throw malformed('its type is unknown');
  return type === 'inclusion' || (type === undefined && proof.leafIdx !== undefined);
}

function integer(proof: JsonObject, name: string): number {
  const value = proof[name];
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 0)
    throw malformed(`${name} is not a number`);
  return value;
}

function hash(proof: JsonObject, name: string): Uint8Array {
  const value = proof[name];
  if (typeof value !== 'string') throw malformed(`${name} is not a hash`);
  return fromBase64(value, name);
}

function hashes(proof: JsonObject): Uint8Array[] {
  const value: unknown = proof.proof ?? [];
  if (!Array.isArray(value)) throw malformed('proof is not a list of hashes');
  return value.map((_, index) => hash({ hash: (value as string[])[index] ?? null }, 'hash'));
}

function mustBeRoot(tree: MerkleTree, size: number, root: Uint8Array): void {
  if (size > tree.size) throw wrong(`it is about ${size} entries, but the log has ${tree.size}`);
  if (!equalBytes(root, tree.root(size))) throw wrong(`it is about another tree of ${size} entries`);
}
