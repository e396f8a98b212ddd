import { CompactRange, type CompactRangeState } from '@tavolo/audit-log';
import { type QueryRunner } from 'typeorm';
import { TileTree } from '../reading/tile-tree.js';
import { storedTiles, type Queryable } from '../reading/tile-source.js';
import { arrange, type PendingEntry } from './arrange.js';
import { TileWriter } from './tile-writer.js';

export interface RoundResult {
  /** Entries that got an index. */
  readonly sequenced: number;
  /** Logs that grew, and to what size. */
  readonly grown: ReadonlyMap<string, number>;
  /** Entries whose predecessor is not what they say it was: somebody changed the database behind our back. */
  readonly broken: readonly string[];
  /** Whether more may be waiting. */
  readonly full: boolean;
}

/**
 * One transaction of the sequencer: takes pending entries, gives each the next index of its log, writes leaves and tiles,
 * deletes the pending rows (audit-log.md 3.4). After a crash at any point it has happened or it has not.
 */
export class SequencingRound {
  readonly #ranges = new Map<string, CompactRangeState>();

  constructor(private readonly batch = 2000) {}

  /** `runner` is the sequencer's connection, with no transaction open. */
  async run(runner: QueryRunner): Promise<RoundResult> {
    await runner.startTransaction();
    try {
      const database = runner.manager;
      let pending = await takePending(database, this.batch);
      let arranged = arrange(pending);
      if (arranged.ready.length === 0 && pending.length === this.batch) {
        // Everything in this batch waits for entries beyond it.
        pending = await takePending(database, null);
        arranged = arrange(pending);
      }
      const ranges = await this.#append(database, arranged.ready);
      await runner.commitTransaction();
      for (const [space, range] of ranges) this.#ranges.set(space, range);
      const grown = new Map([...ranges].map(([space, { size }]) => [space, size]));
      const { ready, broken, waiting } = arranged;
      const full = pending.length === this.batch || (ready.length > 0 && waiting > 0);
      return { sequenced: ready.length, grown, broken, full };
    } catch (error) {
      if (runner.isTransactionActive) await runner.rollbackTransaction().catch(() => undefined);
      throw error;
    }
  }

  async #append(database: Queryable, entries: readonly PendingEntry[]): Promise<Map<string, CompactRangeState>> {
    const states = new Map<string, CompactRangeState>();
    if (entries.length === 0) return states;
    const bySpace = new Map<string, PendingEntry[]>();
    for (const entry of entries) {
      const ofSpace = bySpace.get(entry.space);
      if (ofSpace) ofSpace.push(entry);
      else bySpace.set(entry.space, [entry]);
    }
    const sizes = await sizesOf(database, [...bySpace.keys()]);
    const tiles = new TileWriter();
    const leaves: { space: string; index: number; id: string }[] = [];
    for (const [space, ofSpace] of bySpace) {
      const range = new CompactRange(await this.#range(database, space, sizes.get(space) ?? 0));
      for (const { id, leafHash } of ofSpace) {
        leaves.push({ space, index: range.size, id });
        range.append(leafHash, (level, index, hash) => tiles.take(space, level, index, hash));
      }
      states.set(space, range.state);
    }
    await database.query(
      `insert into audit.leaf (space_id, idx, entry_id)
       select * from unnest($1::uuid[], $2::bigint[], $3::uuid[])`,
      [leaves.map(({ space }) => space), leaves.map(({ index }) => index), leaves.map(({ id }) => id)],
    );
    await tiles.write(database);
    await database.query('delete from audit.pending where entry_id = any($1::uuid[])', [leaves.map(({ id }) => id)]);
    return states;
  }

  /** What was kept in memory, if it still is what the database has; otherwise from the tiles. */
  async #range(database: Queryable, space: string, size: number): Promise<CompactRangeState> {
    const kept = this.#ranges.get(space);
    if (kept?.size === size) return kept;
    const tree = new TileTree(storedTiles(database, space));
    return { size, hashes: await tree.frontier(size) };
  }
}

async function takePending(database: Queryable, most: number | null): Promise<PendingEntry[]> {
  const rows = await database.query<
    {
      id: string;
      space_id: string;
      at: string;
      sv: number;
      leaf_hash: Buffer;
      before_id: string | null;
      before_sequenced: boolean;
      chained: boolean;
    }[]
  >(
    `select entry.id, entry.space_id, entry.at, entry.sv, entry.leaf_hash,
       before.id as before_id, leaf.idx is not null as before_sequenced,
       entry.sv = 1 or coalesce(audit.leaf_member(entry.leaf, 'prev') = encode(before.leaf_hash, 'base64'), false) as chained
     from (select entry_id from audit.pending order by entry_id limit $1) as taken
     join audit.entry on entry.id = taken.entry_id
     left join audit.entry as before
       on before.space_id = entry.space_id and before.stream = entry.stream and before.sv = entry.sv - 1
     left join audit.leaf on leaf.entry_id = before.id`,
    [most],
  );
  return rows.map((row) => ({
    id: row.id,
    space: row.space_id,
    at: row.at,
    version: row.sv,
    leafHash: new Uint8Array(row.leaf_hash),
    before: row.before_id,
    beforeSequenced: row.before_sequenced,
    chained: row.chained,
  }));
}

async function sizesOf(database: Queryable, spaces: readonly string[]): Promise<Map<string, number>> {
  const rows = await database.query<{ space: string; size: string }[]>(
    `select space, coalesce((select max(idx) + 1 from audit.leaf where space_id = space), 0) as size
     from unnest($1::uuid[]) as space`,
    [[...spaces]],
  );
  return new Map(rows.map(({ space, size }) => [space, Number(size)]));
}
