import { Injectable } from '@nestjs/common';
import { proposalActBodies } from '@tavolo/contracts';
import { type ActPayloads } from '@tavolo/governance';
import { SharedTexts, type Scene } from '@tavolo/server-proposals';
import { TablePolicy } from '@tavolo/server-tables';
import { type z } from 'zod';
import { ProcedureAct } from '../acts/procedure-act.js';
import { clauseAsSeen } from '../writing/clause-wordings.js';

const body = proposalActBodies['stand.stated'];

/** Somebody says for a party how it stands on one clause, on the words that she has read. */
@Injectable()
export class StateStand extends ProcedureAct<'stand.stated', z.infer<typeof body>> {
  readonly name = 'stand.stated';
  readonly body = body;

  constructor(
    policy: TablePolicy,
    private readonly texts: SharedTexts,
  ) {
    super(policy);
  }

  protected async payload(
    { clause, textHash, stand, reason, change }: z.infer<typeof body>,
    { proposal }: Scene,
  ): Promise<ActPayloads['stand.stated']> {
    return {
      clause,
      textHash: await clauseAsSeen(this.texts, proposal.id, clause, textHash),
      ...{ stand, reason, change },
    };
  }
}
