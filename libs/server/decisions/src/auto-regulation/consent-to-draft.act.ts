import { Injectable } from '@nestjs/common';
import { proposalActBodies } from '@tavolo/contracts';
import { type ActPayloads } from '@tavolo/governance';
import { SharedTexts, type Scene } from '@tavolo/server-proposals';
import { TablePolicy } from '@tavolo/server-tables';
import { type z } from 'zod';
import { ProcedureAct } from '../acts/procedure-act.js';
import { textAsSeen } from '../writing/text-as-seen.js';

const body = proposalActBodies['drafting.consented'];

/** A member of the drafting group agrees to the text as it reads now, by the hash of what it has seen. */
@Injectable()
export class ConsentToDraft extends ProcedureAct<'drafting.consented', z.infer<typeof body>> {
  readonly name = 'drafting.consented';
  readonly body = body;

  constructor(
    policy: TablePolicy,
    private readonly texts: SharedTexts,
  ) {
    super(policy);
  }

  protected async payload(
    { textHash }: z.infer<typeof body>,
    { proposal }: Scene,
  ): Promise<ActPayloads['drafting.consented']> {
    return { textHash: await textAsSeen(this.texts, proposal.id, textHash) };
  }
}
