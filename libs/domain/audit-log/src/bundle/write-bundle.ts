import { wrong } from '../audit-log-error.js';
import { base64 } from '../encoding/base64.js';
import { equalBytes, joinBytes, utf8 } from '../encoding/bytes.js';
import { leafHash } from '../merkle/hashing.js';
import { MerkleTree } from '../merkle/merkle-tree.js';
import { TILE_WIDTH, entryBundle, hashTile, tilePath, tilesOf } from '../merkle/tiles.js';
import { parseCheckpoint, type Checkpoint } from '../note/checkpoint.js';
import { writeTlogProof } from '../note/proof-file.js';
import { type BundleFiles } from './bundle-files.js';

const LINE_FEED = Uint8Array.of(0x0a);

/** What goes into an exported bundle. */
export interface BundleContent {
  /** Every leaf of the log up to the head, in order, as stored. */
  readonly leaves: readonly Uint8Array[];
  /** The signed head, with the size of `leaves`. */
  readonly checkpoint: string;
  /** The verifier keys of the log, the one it began with first. */
  readonly vkeys: readonly string[];
  /** Earlier signed heads. After a key rotation: at least the head that covers it, signed by the old key. */
  readonly checkpoints?: readonly string[];
  /** Disclosures that exist still and that the receiver may see. */
  readonly disclosures?: readonly string[];
  /** A C2SP tlog-policy. */
  readonly policy?: string;
  /** Entries (indices) that get a proof file of their own. */
  readonly proofsOf?: readonly number[];
  /** Whether to add the tiles of C2SP tlog-tiles. */
  readonly tiles?: boolean;
}

/**
 * The files of an exported bundle (layout "coop-log-bundle/1"), ready for a folder or for `zipBundle`.
 * @throws AuditLogError wrong when a head is not one of these leaves, malformed when it is no checkpoint
 */
export function writeBundle(content: BundleContent): BundleFiles {
  const tree = new MerkleTree(content.leaves.map(leafHash));
  const head = parseCheckpoint(content.checkpoint);
  if (head.size !== tree.size) throw wrong(`the head is about ${head.size} entries, not about these ${tree.size}`);
  const files = new Map<string, Uint8Array>();
  const add = (path: string, text: string) => files.set(path, utf8(text));
  add('checkpoint.txt', content.checkpoint);
  files.set('entries.jsonl', joinBytes(content.leaves.flatMap((leaf) => [leaf, LINE_FEED])));
  add('vkey.txt', lines(content.vkeys));
  if (content.disclosures) add('disclosures.txt', lines(content.disclosures));
  if (content.policy !== undefined) add('policy.txt', content.policy);
  checkRoot(head, tree);
  for (const note of content.checkpoints ?? []) addEarlierHead(files, note, head, tree);
  for (const index of content.proofsOf ?? []) {
    const proof = tree.inclusionProof(index);
    add(`proofs/entry-${index}.tlog-proof`, writeTlogProof({ index, proof, checkpoint: content.checkpoint }));
  }
  if (content.tiles) addTiles(files, content.leaves, tree);
  return files;
}

function addEarlierHead(files: Map<string, Uint8Array>, note: string, head: Checkpoint, tree: MerkleTree): void {
  const earlier = parseCheckpoint(note);
  checkRoot(earlier, tree);
  const { size } = earlier;
  let path = `checkpoints/${size}.txt`;
  for (let copy = 2; files.has(path); copy++) path = `checkpoints/${size}-${copy}.txt`;
  files.set(path, utf8(note));
  if (size === 0 || size === head.size) return;
  const proof = {
    type: 'consistency',
    size1: size,
    size2: head.size,
    root1: base64(earlier.root),
    root2: base64(head.root),
    proof: tree.consistencyProof(size).map((hash) => base64(hash)),
  };
  files.set(`proofs/consistency-${size}-${head.size}.json`, utf8(`${JSON.stringify(proof)}\n`));
}

function addTiles(files: Map<string, Uint8Array>, leaves: readonly Uint8Array[], tree: MerkleTree): void {
  for (const address of tilesOf(tree.size)) {
    files.set(tilePath(address), hashTile(tree, address));
    if (address.level !== 0) continue;
    const first = address.index * TILE_WIDTH;
    const path = tilePath({ ...address, level: 'entries' });
    files.set(path, entryBundle(leaves.slice(first, first + address.width)));
  }
}

function checkRoot(head: Checkpoint, tree: MerkleTree): void {
  if (!equalBytes(head.root, tree.root(head.size)))
    throw wrong(`the head of size ${head.size} is not one of these leaves`);
}

const lines = (texts: readonly string[]) => texts.map((text) => `${text}\n`).join('');
