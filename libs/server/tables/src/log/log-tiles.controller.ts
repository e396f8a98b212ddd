import { TILE_WIDTH, parseTilePath } from '@tavolo/audit-log';
import { Controller, Res, StreamableFile } from '@nestjs/common';
import { AdministratorReader } from '@tavolo/server-identity';
import {
  AuditSpaces,
  CurrentWho,
  Handles,
  Input,
  LogTiles,
  NotFound,
  type InputOf,
  type Who,
} from '@tavolo/server-platform';
import type { Response } from 'express';
import { TableDatabase } from '../policy/table-database.reader.js';
import { TablePolicy } from '../policy/table-policy.js';
import { logTilesRoutes as routes } from './log-tiles.routes.js';

/** A log that somebody may read, and whether everybody may. */
interface ReadableLog {
  readonly space: string;
  readonly open: boolean;
}

const YEAR_SECONDS = 31_536_000;

/**
 * The logs as C2SP tlog-tiles: of a table for who may read the table, of the installation for administrators. A full tile
 * may be kept for a year, by shared caches only where everybody may read the log; all else is asked for anew each time.
 */
@Controller()
export class LogTilesController {
  constructor(
    private readonly policy: TablePolicy,
    private readonly administrators: AdministratorReader,
    private readonly spaces: AuditSpaces,
    private readonly database: TableDatabase,
    private readonly tiles: LogTiles,
  ) {}

  @Handles(routes.checkpoint)
  async checkpoint(
    @Input() { params }: InputOf<typeof routes.checkpoint>,
    @CurrentWho() who: Who,
  ): Promise<StreamableFile> {
    const { space } = await this.ofTable(who, params.table);
    return text(await this.tiles.checkpoint(space));
  }

  @Handles(routes.tile)
  async tile(
    @Input() { params: { table, ...path } }: InputOf<typeof routes.tile>,
    @CurrentWho() who: Who,
    @Res({ passthrough: true }) response: Response,
  ): Promise<StreamableFile> {
    return this.answerTile(await this.ofTable(who, table), path, response);
  }

  @Handles(routes.tileInGroup)
  async tileInGroup(
    @Input() { params: { table, ...path } }: InputOf<typeof routes.tileInGroup>,
    @CurrentWho() who: Who,
    @Res({ passthrough: true }) response: Response,
  ): Promise<StreamableFile> {
    return this.answerTile(await this.ofTable(who, table), path, response);
  }

  @Handles(routes.partialTileInGroup)
  async partialTileInGroup(
    @Input() { params: { table, ...path } }: InputOf<typeof routes.partialTileInGroup>,
    @CurrentWho() who: Who,
    @Res({ passthrough: true }) response: Response,
  ): Promise<StreamableFile> {
    return this.answerTile(await this.ofTable(who, table), path, response);
  }

  @Handles(routes.proof)
  async proof(@Input() { params }: InputOf<typeof routes.proof>, @CurrentWho() who: Who): Promise<StreamableFile> {
    const { space } = await this.ofTable(who, params.table);
    return text(await this.tiles.proof(space, params.entry));
  }

  @Handles(routes.systemCheckpoint)
  async systemCheckpoint(@CurrentWho() who: Who): Promise<StreamableFile> {
    const { space } = await this.ofSystem(who);
    return text(await this.tiles.checkpoint(space));
  }

  @Handles(routes.systemTile)
  async systemTile(
    @Input() { params }: InputOf<typeof routes.systemTile>,
    @CurrentWho() who: Who,
    @Res({ passthrough: true }) response: Response,
  ): Promise<StreamableFile> {
    return this.answerTile(await this.ofSystem(who), params, response);
  }

  @Handles(routes.systemTileInGroup)
  async systemTileInGroup(
    @Input() { params }: InputOf<typeof routes.systemTileInGroup>,
    @CurrentWho() who: Who,
    @Res({ passthrough: true }) response: Response,
  ): Promise<StreamableFile> {
    return this.answerTile(await this.ofSystem(who), params, response);
  }

  @Handles(routes.systemPartialTileInGroup)
  async systemPartialTileInGroup(
    @Input() { params }: InputOf<typeof routes.systemPartialTileInGroup>,
    @CurrentWho() who: Who,
    @Res({ passthrough: true }) response: Response,
  ): Promise<StreamableFile> {
    return this.answerTile(await this.ofSystem(who), params, response);
  }

  @Handles(routes.systemProof)
  async systemProof(
    @Input() { params }: InputOf<typeof routes.systemProof>,
    @CurrentWho() who: Who,
  ): Promise<StreamableFile> {
    const { space } = await this.ofSystem(who);
    return text(await this.tiles.proof(space, params.entry));
  }

  private async ofTable(who: Who, keyOrId: string): Promise<ReadableLog> {
    const { table } = await this.policy.of(who, keyOrId);
    return { space: table.space, open: table.visibility === 'public' };
  }

  private async ofSystem(who: Who): Promise<ReadableLog> {
    await this.administrators.require(who);
    return { space: (await this.spaces.system(this.database.manager)).id, open: false };
  }

  private async answerTile(
    { space, open }: ReadableLog,
    { level, n, second, third }: { level: string; n: string; second?: string; third?: string },
    response: Response,
  ): Promise<StreamableFile> {
    const address = parseTilePath(['tile', level, n, second, third].filter((part) => part !== undefined).join('/'));
    if (!address) throw new NotFound('tile');
    const bytes = await this.tiles.tile(space, address);
    if (address.width === TILE_WIDTH) keep(response, open);
    return new StreamableFile(bytes, { type: 'application/octet-stream' });
  }
}

/** Full tiles never change. What not everybody may read stays with the browser, for the session that asked. */
function keep(response: Response, open: boolean): void {
  response.setHeader('cache-control', `${open ? 'public' : 'private'}, max-age=${YEAR_SECONDS}, immutable`);
  if (!open) response.vary('Cookie');
}

const text = (content: string): StreamableFile =>
  new StreamableFile(Buffer.from(content), { type: 'text/plain; charset=utf-8' });
