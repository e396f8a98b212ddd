import { TILE_WIDTH, entryBundle, writeTlogProof, type TileAddress } from '@tavolo/audit-log';
import { type DataSource } from 'typeorm';
import { NotFound, PlatformRefusal } from '../../acts/problems.js';
import { SealTimeout, type Sequencer } from '../sequencing/sequencer.js';
import { type AuditLogReader } from './audit-log.reader.js';
import { storedTiles } from './tile-source.js';

const HASH = 32;
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * A log as C2SP tlog-tiles and tlog-proof serve it, so that a mirror, a monitor or a witness can follow it. Everything that
 * is given out stands under the last signed head. Who may read which log is decided by the context that owns it.
 */
export class LogTiles {
  constructor(
    private readonly dataSource: DataSource,
    private readonly reader: AuditLogReader,
    private readonly sequencer: Sequencer,
  ) {}

  /** The last signed head, a signed note. Throws `unavailable` before the first. */
  async checkpoint(space: string): Promise<string> {
    const [row] = await this.dataSource.query<{ note: string }[]>(
      'select note from audit.checkpoint where space_id = $1 order by size desc limit 1',
      [space],
    );
    if (!row) throw new PlatformRefusal('unavailable', { what: 'signed head' });
    return row.note;
  }

  /**
   * A hash tile or a bundle of entries: for each width up to what the signed tree has at that place. The bytes of an
   * address never change. Throws `NotFound` for what the signed tree does not have.
   */
  async tile(space: string, address: TileAddress): Promise<Uint8Array> {
    if (!(await this.#isSigned(space, address))) throw new NotFound('tile');
    const bytes =
      address.level === 'entries' ? await this.#entries(space, address) : await this.#hashes(space, address);
    if (bytes === null) throw new NotFound('tile');
    return bytes;
  }

  /**
   * The proof of an entry under the last signed head, a C2SP tlog-proof. Waits for the head that covers the entry, at most
   * the maximum merge delay. Throws `NotFound` for an entry that the log does not have, `unavailable` while no head covers it.
   */
  async proof(space: string, entry: string): Promise<string> {
    const found = uuid.test(entry) ? await this.reader.entry(space, entry) : null;
    if (!found) throw new NotFound('entry');
    await this.#sealed(entry);
    const proven = await this.reader.inclusion(space, entry);
    if (!proven) throw new PlatformRefusal('unavailable', { what: 'signed head' });
    const { index, proof, note } = proven;
    return writeTlogProof({ index, proof, checkpoint: note });
  }

  async #isSigned(space: string, { level, index, width }: TileAddress): Promise<boolean> {
    const [row] = await this.dataSource.query<{ size: string | null }[]>(
      'select max(size) as size from audit.checkpoint where space_id = $1',
      [space],
    );
    const leavesOfEach = level === 'entries' ? 1 : TILE_WIDTH ** level;
    return (index * TILE_WIDTH + width) * leavesOfEach <= Number(row?.size ?? 0);
  }

  async #hashes(space: string, { level, index, width }: TileAddress): Promise<Uint8Array | null> {
    const stored = await storedTiles(this.dataSource, space)(Number(level), index);
    const wanted = width * HASH;
    return stored && stored.length >= wanted ? stored.subarray(0, wanted) : null;
  }

  async #entries(space: string, { index, width }: TileAddress): Promise<Uint8Array | null> {
    const first = index * TILE_WIDTH;
    const rows = await this.dataSource.query<{ leaf: Buffer }[]>(
      `select entry.leaf from audit.leaf join audit.entry on entry.id = leaf.entry_id
       where leaf.space_id = $1 and leaf.idx >= $2 and leaf.idx < $3 order by leaf.idx`,
      [space, first, first + width],
    );
    return rows.length === width ? entryBundle(rows.map(({ leaf }) => leaf)) : null;
  }

  async #sealed(entry: string): Promise<void> {
    try {
      await this.sequencer.sealed([entry]);
    } catch (error) {
      if (!(error instanceof SealTimeout)) throw error;
    }
  }
}
