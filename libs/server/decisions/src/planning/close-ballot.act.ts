import { Injectable } from '@nestjs/common';
import { proposalActBodies } from '@tavolo/contracts';
import { type ActPayloads } from '@tavolo/governance';
import { type z } from 'zod';
import { ProcedureAct } from '../acts/procedure-act.js';

const body = proposalActBodies['vote.closed'];

/** Someone who guides or records closes a ballot; the result follows by itself. Closing early needs a reason, or a second person. */
@Injectable()
export class CloseBallot extends ProcedureAct<'vote.closed', z.infer<typeof body>> {
  readonly name = 'vote.closed';
  readonly body = body;
  override readonly sealed = true;

  protected payload({ ballot, reason }: z.infer<typeof body>): ActPayloads['vote.closed'] {
    return { ballot, reason };
  }
}
