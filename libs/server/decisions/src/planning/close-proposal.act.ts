import { Injectable } from '@nestjs/common';
import { proposalActBodies } from '@tavolo/contracts';
import { type ActPayloads } from '@tavolo/governance';
import { type z } from 'zod';
import { ProcedureAct } from '../acts/procedure-act.js';

const body = proposalActBodies['proposal.closed'];

/** The proposal has run its course. */
@Injectable()
export class CloseProposal extends ProcedureAct<'proposal.closed', z.infer<typeof body>> {
  readonly name = 'proposal.closed';
  readonly body = body;

  protected payload({ reason }: z.infer<typeof body>): ActPayloads['proposal.closed'] {
    return { reason };
  }
}
