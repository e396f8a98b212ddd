import { type Queryable } from '../reading/tile-source.js';

const WIDTH = 256;
const HEIGHT = 8;

interface Growth {
  readonly space: string;
  readonly level: number;
  readonly index: number;
  readonly hashes: Uint8Array[];
}

/** Gathers the subtrees that a batch completes, and adds those that belong into tiles (each eighth level) to the stored tiles. */
export class TileWriter {
  readonly #growth = new Map<string, Growth>();

  take(space: string, level: number, index: number, hash: Uint8Array): void {
    if (level % HEIGHT !== 0) return;
    const tile = Math.floor(index / WIDTH);
    const name = `${space}/${level}/${tile}`;
    const growth = this.#growth.get(name) ?? { space, level: level / HEIGHT, index: tile, hashes: [] };
    growth.hashes.push(hash);
    this.#growth.set(name, growth);
  }

  async write(database: Queryable): Promise<void> {
    const all = [...this.#growth.values()];
    await database.query(
      `insert into audit.tile (space_id, level, n, hashes)
       select * from unnest($1::uuid[], $2::int[], $3::bigint[], $4::bytea[])
       on conflict (space_id, level, n) do update set hashes = tile.hashes || excluded.hashes`,
      [
        all.map(({ space }) => space),
        all.map(({ level }) => level),
        all.map(({ index }) => index),
        all.map(({ hashes }) => Buffer.concat(hashes)),
      ],
    );
  }
}
