import { Body, Controller, Param } from '@nestjs/common';
import {
  keySchema,
  rulebookChangeBodies,
  rulebookChangesRoutes as routes,
  type RulebookChangeView,
} from '@tavolo/contracts';
import {
  ActRunner,
  CurrentWho,
  Documented,
  Handles,
  IdempotencyKey,
  Input,
  namedAct,
  parse,
  type InputOf,
  type ResponseOf,
  type Who,
} from '@tavolo/server-platform';
import { TablePolicy } from '../policy/table-policy.js';
import { DraftRulebook } from '../rulebooks/draft-rulebook.act.js';
import { RulebookChangeActOf } from '../rulebooks/rulebook-change-act.js';
import { RulebookChangeReader } from '../rulebooks/rulebook-change.reader.js';

/** Changes of the rules of a table. */
@Controller()
export class RulebookChangesController {
  constructor(
    private readonly runner: ActRunner,
    private readonly changes: RulebookChangeReader,
    private readonly policy: TablePolicy,
    private readonly draft: DraftRulebook,
  ) {}

  @Handles(routes.waiting)
  waiting(@CurrentWho() who: Who): Promise<ResponseOf<typeof routes.waiting>> {
    return this.changes.waiting(who);
  }

  @Handles(routes.ofTable)
  ofTable(
    @Input() { params }: InputOf<typeof routes.ofTable>,
    @CurrentWho() who: Who,
  ): Promise<ResponseOf<typeof routes.ofTable>> {
    return this.changes.ofTable(who, params.table);
  }

  @Handles(routes.change)
  change(
    @Input() { params }: InputOf<typeof routes.change>,
    @CurrentWho() who: Who,
  ): Promise<ResponseOf<typeof routes.change>> {
    return this.changes.one(who, params.table, params.change);
  }

  @Handles(routes.draft)
  async drafted(
    @Input() { params, body }: InputOf<typeof routes.draft>,
    @CurrentWho() who: Who,
    @IdempotencyKey() idempotencyKey?: string,
  ): Promise<ResponseOf<typeof routes.draft>> {
    const { change } = await this.runner.run(this.draft, { ...body, table: params.table }, who, { idempotencyKey });
    return this.changes.one(who, params.table, change);
  }

  @Handles(routes.act)
  @Documented({ bodies: { parameter: 'act', bodies: rulebookChangeBodies } })
  async act(
    @Param('table') table: string,
    @Param('change') change: string,
    @Param('act') act: string,
    @Body() body: unknown,
    @CurrentWho() who: Who,
    @IdempotencyKey() idempotencyKey?: string,
  ): Promise<RulebookChangeView> {
    const name = namedAct(rulebookChangeBodies, act);
    const key = parse(keySchema, table, 'params.table');
    const named = parse(keySchema, change, 'params.change');
    const command = parse<object>(rulebookChangeBodies[name], body ?? {}, 'body');
    await this.runner.run(new RulebookChangeActOf(name, this.policy), { ...command, table: key, change: named }, who, {
      idempotencyKey,
    });
    return this.changes.one(who, key, named);
  }
}
