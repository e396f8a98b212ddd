import { Body, Controller, Param } from '@nestjs/common';
import {
  keySchema,
  modeChangeActBodies,
  modeChangesRoutes as routes,
  type ModeChangeView,
  type ModeChangeWaiting,
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
  type Who,
} from '@tavolo/server-platform';
import { ModeChangeViewReader } from '@tavolo/server-proposals';
import { DeclareEmergency } from '../mode-changes/declare-emergency.act.js';
import { ModeChangeActs } from '../mode-changes/mode-change-acts.js';
import { ProposeModeChange } from '../mode-changes/propose-mode-change.act.js';

/** Changes of the mode of a table: reading them, proposing one, emergency acts, and the one address for every act on them. */
@Controller()
export class ModeChangesController {
  constructor(
    private readonly runner: ActRunner,
    private readonly views: ModeChangeViewReader,
    private readonly acts: ModeChangeActs,
    private readonly proposing: ProposeModeChange,
    private readonly declaring: DeclareEmergency,
  ) {}

  @Handles(routes.ofTable)
  ofTable(@Input() { params }: InputOf<typeof routes.ofTable>, @CurrentWho() who: Who): Promise<ModeChangeView[]> {
    return this.views.ofTable(who, params.table);
  }

  @Handles(routes.waiting)
  waiting(@CurrentWho() who: Who): Promise<ModeChangeWaiting[]> {
    return this.views.waiting(who);
  }

  @Handles(routes.modeChange)
  modeChange(@Input() { params }: InputOf<typeof routes.modeChange>, @CurrentWho() who: Who): Promise<ModeChangeView> {
    return this.views.view(who, params.modeChange);
  }

  @Handles(routes.propose)
  async propose(
    @Input() { params, body }: InputOf<typeof routes.propose>,
    @CurrentWho() who: Who,
    @IdempotencyKey() idempotencyKey?: string,
  ): Promise<ModeChangeView> {
    const { modeChange } = await this.runner.run(this.proposing, { ...body, ...params }, who, { idempotencyKey });
    return this.views.view(who, modeChange);
  }

  @Handles(routes.declare)
  async declare(
    @Input() { params, body }: InputOf<typeof routes.declare>,
    @CurrentWho() who: Who,
    @IdempotencyKey() idempotencyKey?: string,
  ): Promise<ModeChangeView> {
    const { modeChange } = await this.runner.run(this.declaring, { ...body, ...params }, who, { idempotencyKey });
    return this.views.view(who, modeChange);
  }

  @Handles(routes.act)
  @Documented({ bodies: { parameter: 'act', bodies: modeChangeActBodies } })
  async act(
    @Param('modeChange') modeChange: string,
    @Param('act') act: string,
    @Body() body: unknown,
    @CurrentWho() who: Who,
    @IdempotencyKey() idempotencyKey?: string,
  ): Promise<ModeChangeView> {
    const name = namedAct(modeChangeActBodies, act);
    const key = parse(keySchema, modeChange, 'params.modeChange');
    const command = parse<object>(modeChangeActBodies[name], body ?? {}, 'body');
    await this.acts.perform(name, key, command, who, { idempotencyKey });
    return this.views.view(who, key);
  }
}
