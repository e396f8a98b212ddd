import { AuditLogError, base64, emptyRoot, openCheckpoint, parseVerifierKey, type Restore } from '@tavolo/audit-log';
import { type DataSource } from 'typeorm';
import { storedTiles } from '../reading/tile-source.js';
import { TileTree } from '../reading/tile-tree.js';
import { type Head, type Signer } from '../signing/signer.js';

/** A log that does not continue what was signed last. */
export interface LostHead extends Restore {
  /** `null`: the database does not hold this log at all. */
  readonly space: string | null;
  /** Whether the database contradicts even the last head that it holds itself: no backup does that. */
  readonly contradictory: boolean;
}

interface StoredLog {
  readonly id: string;
  readonly size: string;
  readonly note: string | null;
}

/** Compares the signer's memory with the database. */
export class LostHeads {
  constructor(
    private readonly dataSource: DataSource,
    private readonly signer: Signer,
  ) {}

  /** The logs that the signer would refuse, by origin. */
  async find(): Promise<LostHead[]> {
    const lost: LostHead[] = [];
    for (const [origin, head] of [...(await this.signer.allLastSigned())].sort()) {
      const found = await this.#compare(origin, head);
      if (found) lost.push(found);
    }
    return lost;
  }

  async #compare(origin: string, last: Head): Promise<LostHead | null> {
    const [log] = await this.dataSource.query<StoredLog[]>(
      `select space.id, coalesce((select max(idx) + 1 from audit.leaf where leaf.space_id = space.id), 0) as size,
         (select note from audit.checkpoint where checkpoint.space_id = space.id order by size desc limit 1) as note
       from audit.space
       where space.origin = $1`,
      [origin],
    );
    const nothing = { size: 0, root: emptyRoot() };
    if (!log) return { origin, space: null, lost: last, kept: nothing, contradictory: false };
    const has = async (head: Head) => Number(log.size) >= head.size && (await this.#isHeadOf(log.id, head));
    if (await has(last)) return null;
    const kept = log.note === null ? nothing : await this.#opened(origin, log.note);
    const contradictory = kept === null || !(await has(kept));
    return { origin, space: log.id, lost: last, kept: kept ?? nothing, contradictory };
  }

  /** The stored head, if it is one that the signer has signed. */
  async #opened(origin: string, note: string): Promise<Head | null> {
    try {
      const keys = await this.signer.keys(origin);
      const head = openCheckpoint(
        note,
        keys.map(({ vkey }) => parseVerifierKey(vkey)),
      );
      return head.origin === origin ? head : null;
    } catch (error) {
      if (error instanceof AuditLogError) return null;
      throw error;
    }
  }

  async #isHeadOf(space: string, head: Head): Promise<boolean> {
    try {
      const root = await new TileTree(storedTiles(this.dataSource, space)).root(head.size);
      return base64(root) === base64(head.root);
    } catch (error) {
      // Tiles that are missing or too short: these are not the entries of that head.
      if (error instanceof RangeError) return false;
      throw error;
    }
  }
}
