import { Body, Controller, Param } from '@nestjs/common';
import { keySchema, proposalActBodies, proposalsRoutes, type ProposalView } from '@tavolo/contracts';
import { CurrentWho, Documented, Handles, IdempotencyKey, namedAct, parse, type Who } from '@tavolo/server-platform';
import { ProposalViewReader } from '@tavolo/server-proposals';
import { ProposalActs } from '../acts/proposal-acts.js';

/** `POST /proposals/{proposal}/acts/{act}`: the one address for every act on a proposal. */
@Controller()
export class ProposalActsController {
  constructor(
    private readonly acts: ProposalActs,
    private readonly views: ProposalViewReader,
  ) {}

  @Handles(proposalsRoutes.act)
  @Documented({ bodies: { parameter: 'act', bodies: proposalActBodies } })
  async act(
    @Param('proposal') proposal: string,
    @Param('act') act: string,
    @Body() body: unknown,
    @CurrentWho() who: Who,
    @IdempotencyKey() idempotencyKey?: string,
  ): Promise<ProposalView> {
    const name = namedAct(proposalActBodies, act);
    const key = parse(keySchema, proposal, 'params.proposal');
    const command = parse<object>(proposalActBodies[name], body ?? {}, 'body');
    await this.acts.perform(name, key, command, who, { idempotencyKey });
    return this.views.view(who, key);
  }
}
