import { Body, Controller, Param } from '@nestjs/common';
import { keySchema, mandateActBodies, mandatesRoutes as routes, type MandateView } from '@tavolo/contracts';
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
import { MandateViewReader, SharedTexts } from '@tavolo/server-proposals';
import { MandateActs } from '../auto-administration/mandate-acts.js';
import { ProposeMandate } from '../auto-administration/propose-mandate.act.js';

/** Mandates: reading them, proposing one, and the one address for every act on them. */
@Controller()
export class MandatesController {
  constructor(
    private readonly runner: ActRunner,
    private readonly views: MandateViewReader,
    private readonly acts: MandateActs,
    private readonly proposing: ProposeMandate,
    private readonly texts: SharedTexts,
  ) {}

  @Handles(routes.ofTable)
  ofTable(@Input() { params }: InputOf<typeof routes.ofTable>, @CurrentWho() who: Who): Promise<MandateView[]> {
    return this.views.ofTable(who, params.table);
  }

  @Handles(routes.mandate)
  mandate(@Input() { params }: InputOf<typeof routes.mandate>, @CurrentWho() who: Who): Promise<MandateView> {
    return this.views.view(who, params.mandate);
  }

  @Handles(routes.propose)
  async propose(
    @Input() { params, body }: InputOf<typeof routes.propose>,
    @CurrentWho() who: Who,
    @IdempotencyKey() idempotencyKey?: string,
  ): Promise<MandateView> {
    const { mandate } = await this.runner.run(this.proposing, { ...body, ...params }, who, { idempotencyKey });
    return this.views.view(who, mandate);
  }

  @Handles(routes.act)
  @Documented({ bodies: { parameter: 'act', bodies: mandateActBodies } })
  async act(
    @Param('mandate') mandate: string,
    @Param('act') act: string,
    @Body() body: unknown,
    @CurrentWho() who: Who,
    @IdempotencyKey() idempotencyKey?: string,
  ): Promise<MandateView> {
    const name = namedAct(mandateActBodies, act);
    const key = parse(keySchema, mandate, 'params.mandate');
    const command = parse<object>(mandateActBodies[name], body ?? {}, 'body');
    await this.acts.perform(name, key, command, who, { idempotencyKey });
    // The end of a mandate closes drafts that somebody may be writing on.
    await this.texts.reconsiderAll();
    return this.views.view(who, key);
  }
}
