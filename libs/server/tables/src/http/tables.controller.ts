import { tablesRoutes as routes } from '@tavolo/contracts';
import { Controller, Res, StreamableFile } from '@nestjs/common';
import {
  ActRunner,
  AuditBundle,
  CurrentAddress,
  CurrentWho,
  Handles,
  IdempotencyKey,
  Input,
  RateLimiter,
  type InputOf,
  type ResponseOf,
  type Who,
} from '@tavolo/server-platform';
import type { Response } from 'express';
import { Readable } from 'node:stream';
import { TableLogReader } from '../log/table-log.reader.js';
import { TakeBundle } from '../log/take-bundle.act.js';
import { OpenBench } from '../rooms/open-bench.act.js';
import { TablePolicy } from '../policy/table-policy.js';
import { Expectations } from '../ports/table-contents.js';
import { RulebookVersions } from '../rulebooks/rulebook-versions.reader.js';
import { TableViewReader } from '../tables/table-view.reader.js';

/** Copies of a log are dear to make: so many within an hour for one account, and for the visitors from one address. */
const bundles = { capacity: 20, refillSeconds: 3600 };
const bundlesOfVisitors = { capacity: 120, refillSeconds: 3600, ofAddress: true } as const;

/** Tables, what waits, logs. */
@Controller()
export class TablesController {
  constructor(
    private readonly views: TableViewReader,
    private readonly policy: TablePolicy,
    private readonly expectations: Expectations,
    private readonly logs: TableLogReader,
    private readonly acts: ActRunner,
    private readonly takeBundle: TakeBundle,
    private readonly bundle: AuditBundle,
    private readonly bench: OpenBench,
    private readonly limiter: RateLimiter,
    private readonly rulebookVersions: RulebookVersions,
  ) {}

  @Handles(routes.tables)
  tables(@CurrentWho() who: Who): Promise<ResponseOf<typeof routes.tables>> {
    return this.views.all(who);
  }

  @Handles(routes.waiting)
  async waiting(@CurrentWho() who: Who): Promise<ResponseOf<typeof routes.waiting>> {
    return [...(await this.expectations.of(who, await this.policy.all(who)))];
  }

  @Handles(routes.table)
  table(
    @Input() { params }: InputOf<typeof routes.table>,
    @CurrentWho() who: Who,
  ): Promise<ResponseOf<typeof routes.table>> {
    return this.views.one(who, params.table);
  }

  @Handles(routes.openBench)
  async openBench(
    @Input() { params }: InputOf<typeof routes.openBench>,
    @CurrentWho() who: Who,
    @IdempotencyKey() idempotencyKey?: string,
  ): Promise<ResponseOf<typeof routes.openBench>> {
    const open = (await this.views.one(who, params.table)).bench?.key;
    if (open) return this.views.one(who, open);
    const { key } = await this.acts.run(this.bench, { table: params.table }, who, { idempotencyKey });
    return this.views.one(who, key);
  }

  @Handles(routes.rulebooks)
  rulebooks(
    @Input() { params }: InputOf<typeof routes.rulebooks>,
    @CurrentWho() who: Who,
  ): Promise<ResponseOf<typeof routes.rulebooks>> {
    return this.rulebookVersions.of(who, params.table);
  }

  @Handles(routes.log)
  log(
    @Input() { params, query }: InputOf<typeof routes.log>,
    @CurrentWho() who: Who,
  ): Promise<ResponseOf<typeof routes.log>> {
    return this.logs.ofTable(who, params.table, query);
  }

  @Handles(routes.systemLog)
  systemLog(
    @Input() { query }: InputOf<typeof routes.systemLog>,
    @CurrentWho() who: Who,
  ): Promise<ResponseOf<typeof routes.systemLog>> {
    return this.logs.ofSystem(who, query);
  }

  @Handles(routes.logBundle)
  async logBundle(
    @Input() { params }: InputOf<typeof routes.logBundle>,
    @CurrentWho() who: Who,
    @CurrentAddress() address: string,
    @Res({ passthrough: true }) response: Response,
  ): Promise<StreamableFile> {
    if (who.kind === 'person') await this.limiter.take(`bundle:${who.person}`, bundles);
    else await this.limiter.take(`bundle:${address}`, bundlesOfVisitors);
    const { table, space, withDisclosures } = await this.acts.run(this.takeBundle, params, who);
    // Keys are made of letters, digits, - and _ alone (keySchema), so the name needs no escaping.
    response.setHeader('content-disposition', `attachment; filename="${table}-log.zip"`);
    response.setHeader('cache-control', 'private, no-store');
    return new StreamableFile(Readable.from(this.bundle.stream(space, { withDisclosures })), {
      type: 'application/zip',
    });
  }
}
