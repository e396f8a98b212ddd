import { Body, Controller, Param } from '@nestjs/common';
import {
  keySchema,
  tableActBodies,
  tablesRoutes as routes,
  type TableActName,
  type TableView,
} from '@tavolo/contracts';
import {
  ActRunner,
  CurrentWho,
  Documented,
  Handles,
  IdempotencyKey,
  namedAct,
  parse,
  type Act,
  type Who,
} from '@tavolo/server-platform';
import { EndRole } from '../seats/end-role.act.js';
import { FillSeat } from '../seats/fill-seat.act.js';
import { GiveRole } from '../seats/give-role.act.js';
import { VacateSeat } from '../seats/vacate-seat.act.js';
import { TableViewReader } from '../tables/table-view.reader.js';

/** `POST /tables/{table}/acts/{act}`: the one address for every act on who sits at a table and who guides it. */
@Controller()
export class TableActsController {
  readonly #acts: Readonly<Record<TableActName, Act<unknown, unknown>>>;

  constructor(
    private readonly runner: ActRunner,
    private readonly views: TableViewReader,
    fillSeat: FillSeat,
    vacateSeat: VacateSeat,
    giveRole: GiveRole,
    endRole: EndRole,
  ) {
    this.#acts = {
      'seat.filled': fillSeat,
      'seat.vacated': vacateSeat,
      'role.given': giveRole,
      'role.ended': endRole,
    };
  }

  @Handles(routes.act)
  @Documented({ bodies: { parameter: 'act', bodies: tableActBodies } })
  async act(
    @Param('table') table: string,
    @Param('act') act: string,
    @Body() body: unknown,
    @CurrentWho() who: Who,
    @IdempotencyKey() idempotencyKey?: string,
  ): Promise<TableView> {
    const name = namedAct(tableActBodies, act);
    const key = parse(keySchema, table, 'params.table');
    const command = parse<object>(tableActBodies[name], body ?? {}, 'body');
    await this.runner.run(this.#acts[name], { ...command, table: key }, who, { idempotencyKey });
    return this.views.one(who, key);
  }
}
