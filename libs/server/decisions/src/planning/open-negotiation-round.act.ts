import { Injectable } from '@nestjs/common';
import { proposalActBodies } from '@tavolo/contracts';
import { type ActPayloads } from '@tavolo/governance';
import { SharedTexts, type Scene } from '@tavolo/server-proposals';
import { TablePolicy } from '@tavolo/server-tables';
import { type z } from 'zod';
import { ProcedureAct } from '../acts/procedure-act.js';
import { clauseWordings } from '../writing/clause-wordings.js';

const body = proposalActBodies['negotiation_round.opened'];

/** The facilitator opens the next round of negotiation: what moves is shown against how the text and the parties stand now. */
@Injectable()
export class OpenNegotiationRound extends ProcedureAct<'negotiation_round.opened', z.infer<typeof body>> {
  readonly name = 'negotiation_round.opened';
  readonly body = body;

  constructor(
    policy: TablePolicy,
    private readonly texts: SharedTexts,
  ) {
    super(policy);
  }

  protected async payload(
    _body: z.infer<typeof body>,
    { proposal }: Scene,
  ): Promise<ActPayloads['negotiation_round.opened']> {
    return { clauses: await clauseWordings(this.texts, proposal.id) };
  }
}
