import { base64, writeTlogProof } from '@tavolo/audit-log';
import { type DataSource } from 'typeorm';
import { PlatformRefusal } from '../../acts/problems.js';
import { SealTimeout, type Sequencer } from '../sequencing/sequencer.js';
import { type Signer } from '../signing/signer.js';
import { BundleRows, type SignedHead } from './bundle-rows.reader.js';
import { type DisclosureVault } from '../write/disclosure-vault.js';
import { storedTiles } from './tile-source.js';
import { TileTree } from './tile-tree.js';
import { zipStream, type ZipFile } from './zip-stream.js';

/** Consistency proofs are added for so many earlier heads, the newest; the others are checked against the leaves all the same. */
const MOST_PROOFS = 200;

export interface BundleOptions {
  /** Whether the erasable part goes along. Ask the table's rules who may take it, and record who did. */
  readonly withDisclosures: boolean;
}

/**
 * A whole log as a bundle (layout `coop-log-bundle/1`): entries up to the last signed head, all heads, proofs, key hint and,
 * if wanted, the disclosures that still exist. Exporting is itself an act: record `export.made` first.
 */
export class AuditBundle {
  readonly #rows: BundleRows;

  constructor(
    private readonly dataSource: DataSource,
    vault: DisclosureVault,
    private readonly signer: Signer,
    private readonly sequencer: Sequencer,
  ) {
    this.#rows = new BundleRows(dataSource, vault);
  }

  /** The zip in memory. Throws `unavailable` when the log has no signed head yet. */
  async zip(space: string, options: BundleOptions): Promise<Uint8Array> {
    const chunks: Uint8Array[] = [];
    for await (const chunk of this.stream(space, options)) chunks.push(chunk);
    return new Uint8Array(Buffer.concat(chunks));
  }

  /** The zip piece by piece, a thousand entries at a time. Throws like `zip`, before the first piece. */
  async *stream(space: string, options: BundleOptions): AsyncGenerator<Uint8Array> {
    await this.#sealNewest(space);
    const heads = await this.#rows.heads(space);
    const head = heads.at(-1);
    if (!head) throw new PlatformRefusal('unavailable', { what: 'signed head' });
    yield* zipStream(this.#files(space, head, heads, options));
  }

  async *#files(
    space: string,
    head: SignedHead,
    heads: readonly SignedHead[],
    { withDisclosures }: BundleOptions,
  ): AsyncGenerator<ZipFile> {
    const tree = new TileTree(storedTiles(this.dataSource, space));
    yield text('checkpoint.txt', head.note);
    const keys = await this.signer.keys(head.origin);
    yield text('vkey.txt', keys.map(({ vkey }) => `${vkey}\n`).join(''));
    yield { path: 'entries.jsonl', content: this.#rows.leaves(space, head.size) };
    for (const earlier of heads.slice(0, -1)) yield text(`checkpoints/${earlier.size}.txt`, earlier.note);
    for (const earlier of heads.slice(0, -1).slice(-MOST_PROOFS)) yield await consistencyFile(tree, earlier, head);
    const index = head.size - 1;
    const proof = await tree.inclusionProof(index, head.size);
    yield text(`proofs/entry-${index}.tlog-proof`, writeTlogProof({ index, proof, checkpoint: head.note }));
    if (withDisclosures) yield { path: 'disclosures.txt', content: this.#rows.disclosures(space, head.size) };
  }

  /** So that a bundle taken right after an act contains it. Should sealing take too long, the last head is exported. */
  async #sealNewest(space: string): Promise<void> {
    const newest = await this.#rows.newestEntry(space);
    try {
      if (newest !== null) await this.sequencer.sealed([newest]);
    } catch (error) {
      if (!(error instanceof SealTimeout)) throw error;
    }
  }
}

async function consistencyFile(tree: TileTree, earlier: SignedHead, head: SignedHead): Promise<ZipFile> {
  const proof = {
    type: 'consistency',
    size1: earlier.size,
    size2: head.size,
    root1: base64(earlier.root),
    root2: base64(head.root),
    proof: (await tree.consistencyProof(earlier.size, head.size)).map((hash) => base64(hash)),
  };
  return text(`proofs/consistency-${earlier.size}-${head.size}.json`, `${JSON.stringify(proof)}\n`);
}

function text(path: string, content: string): ZipFile {
  return { path, content: [Buffer.from(content)] };
}
