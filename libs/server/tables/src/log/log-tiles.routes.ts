import { route, tableParams } from '@tavolo/contracts';
import { z } from 'zod';

/** One part of the path of a tile, for instance `x001`, `067`, `067.p` or `5` (C2SP tlog-tiles). */
const part = z.string().max(8);
/** `entries`, or the level of the hashes from 0. */
const short = z.object({ level: part, n: part });
const middle = short.extend({ second: part });
const long = middle.extend({ third: part });
const entry = z.object({ entry: z.string().max(40) });

const summary = {
  checkpoint: 'The last signed head (C2SP tlog-checkpoint)',
  tile: 'A tile of hashes, or of entries at the level "entries" (C2SP tlog-tiles)',
  proof: 'Proof that an entry stands under the last signed head (C2SP tlog-proof)',
} as const;

const ofTable = { method: 'GET', does: { reads: 'audit log' }, public: true } as const;
const ofSystem = { method: 'GET', does: { reads: 'system log' } } as const;
const table = '/tables/{table}/log';
const system = '/log';

/**
 * The logs as files for mirrors, monitors and witnesses. The address of a tile has one to three parts after its level:
 * `000` (a full tile), `x001/067` or `000.p/5`, `x001/067.p/5`; that is enough for 256 million entries.
 */
export const logTilesRoutes = {
  checkpoint: route({ ...ofTable, path: `${table}/checkpoint`, summary: summary.checkpoint, params: tableParams }),
  tile: route({
    ...ofTable,
    path: `${table}/tile/{level}/{n}`,
    summary: summary.tile,
    params: tableParams.extend(short.shape),
  }),
  tileInGroup: route({
    ...ofTable,
    path: `${table}/tile/{level}/{n}/{second}`,
    summary: summary.tile,
    params: tableParams.extend(middle.shape),
  }),
  partialTileInGroup: route({
    ...ofTable,
    path: `${table}/tile/{level}/{n}/{second}/{third}`,
    summary: summary.tile,
    params: tableParams.extend(long.shape),
  }),
  proof: route({
    ...ofTable,
    path: `${table}/proof/{entry}`,
    summary: summary.proof,
    params: tableParams.extend(entry.shape),
  }),
  systemCheckpoint: route({ ...ofSystem, path: `${system}/checkpoint`, summary: summary.checkpoint }),
  systemTile: route({ ...ofSystem, path: `${system}/tile/{level}/{n}`, summary: summary.tile, params: short }),
  systemTileInGroup: route({
    ...ofSystem,
    path: `${system}/tile/{level}/{n}/{second}`,
    summary: summary.tile,
    params: middle,
  }),
  systemPartialTileInGroup: route({
    ...ofSystem,
    path: `${system}/tile/{level}/{n}/{second}/{third}`,
    summary: summary.tile,
    params: long,
  }),
  systemProof: route({ ...ofSystem, path: `${system}/proof/{entry}`, summary: summary.proof, params: entry }),
};
