import { Logger } from '@nestjs/common';
import { type Queryable, storedTiles } from '../reading/tile-source.js';
import { TileTree } from '../reading/tile-tree.js';
import { SignerRefusal, type Signer } from '../signing/signer.js';

interface UnsignedLog {
  readonly space: string;
  readonly origin: string;
  readonly size: number;
}

/** Gets a signed head for every log that grew: at most one each `everyMillis` for a log, none when nothing happened (audit-log.md 2.3). */
export class HeadKeeper {
  readonly #log = new Logger('Signer');
  readonly #signedAt = new Map<string, number>();
  readonly #refusals = new Map<string, string>();

  constructor(
    private readonly signer: Signer,
    private readonly everyMillis: number,
  ) {}

  /** Why the signer refuses some logs, for the health check. */
  get refusals(): readonly string[] {
    return [...this.#refusals.values()];
  }

  /**
   * Signs what is due. `database` is the sequencer's connection. Returns after how many milliseconds the next log is due;
   * `null` when all that can be signed is. A log that the signer refuses does not hold up the others.
   */
  async signDue(database: Queryable): Promise<number | null> {
    let next: number | null = null;
    for (const log of await unsignedLogs(database)) {
      const wait = (this.#signedAt.get(log.space) ?? 0) + this.everyMillis - Date.now();
      if (wait > 0) {
        next = Math.min(next ?? wait, wait);
        continue;
      }
      try {
        await this.#sign(database, log);
        this.#refusals.delete(log.space);
      } catch (error) {
        if (!(error instanceof SignerRefusal)) throw error;
        // Once: the same log is asked about again every second.
        if (!this.#refusals.has(log.space)) this.#log.error(error.message);
        this.#refusals.set(log.space, error.message);
      }
      this.#signedAt.set(log.space, Date.now());
    }
    return next;
  }

  async #sign(database: Queryable, { space, origin, size }: UnsignedLog): Promise<void> {
    const tree = new TileTree(storedTiles(database, space));
    const last = await this.signer.lastSigned(origin);
    const root = await tree.root(size);
    const consistency = last && last.size < size ? await tree.consistencyProof(last.size, size) : [];
    const note = await this.signer.sign({ origin, size, root, consistency });
    await database.query(
      'insert into audit.checkpoint (space_id, size, root, note) values ($1, $2, $3, $4) on conflict do nothing',
      [space, size, Buffer.from(root), note],
    );
  }
}

async function unsignedLogs(database: Queryable): Promise<UnsignedLog[]> {
  const rows = await database.query<{ space: string; origin: string; size: string }[]>(
    `select space.id as space, space.origin, grown.size
     from audit.space
     cross join lateral (select max(idx) + 1 as size from audit.leaf where leaf.space_id = space.id) as grown
     left join lateral (select max(size) as size from audit.checkpoint where checkpoint.space_id = space.id) as signed on true
     where grown.size > coalesce(signed.size, 0)`,
  );
  return rows.map(({ space, origin, size }) => ({ space, origin, size: Number(size) }));
}
