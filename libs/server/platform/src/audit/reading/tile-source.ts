import { type TileSource } from './tile-tree.js';

/** Anything that can run a query: an entity manager, a query runner, a data source. */
export interface Queryable {
  query<Rows>(sql: string, parameters?: unknown[]): Promise<Rows>;
}

/** The tiles of a log in the database. */
export function storedTiles(database: Queryable, space: string): TileSource {
  return async (level, index) => {
    const [row] = await database.query<{ hashes: Buffer }[]>(
      'select hashes from audit.tile where space_id = $1 and level = $2 and n = $3',
      [space, level, index],
    );
    return row?.hashes ?? null;
  };
}
