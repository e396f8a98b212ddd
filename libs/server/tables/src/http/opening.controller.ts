import { openingRoutes as routes } from '@tavolo/contracts';
import { Controller } from '@nestjs/common';
import {
  ActRunner,
  CurrentWho,
  Handles,
  IdempotencyKey,
  Input,
  type InputOf,
  type ResponseOf,
  type Who,
} from '@tavolo/server-platform';
import { AreaReader } from '../areas/area.reader.js';
import { OpenTable } from '../tables/open-table.act.js';

/** Opening a table. */
@Controller()
export class OpeningController {
  constructor(
    private readonly runner: ActRunner,
    private readonly areaReader: AreaReader,
    private readonly open: OpenTable,
  ) {}

  @Handles(routes.areas)
  areas(@CurrentWho() who: Who): Promise<ResponseOf<typeof routes.areas>> {
    return this.areaReader.all(who);
  }

  @Handles(routes.openTable)
  openTable(
    @Input() { body }: InputOf<typeof routes.openTable>,
    @CurrentWho() who: Who,
    @IdempotencyKey() idempotencyKey?: string,
  ): Promise<ResponseOf<typeof routes.openTable>> {
    return this.runner.run(this.open, body, who, { idempotencyKey });
  }
}
