import { Injectable } from '@nestjs/common';
import { proposalActBodies } from '@tavolo/contracts';
import { type ActPayloads } from '@tavolo/governance';
import { type z } from 'zod';
import { ProcedureAct } from '../acts/procedure-act.js';

const body = proposalActBodies['decision.withdrawn'];

/** The holders do not pursue the decision, with reasons. */
@Injectable()
export class WithdrawDecision extends ProcedureAct<'decision.withdrawn', z.infer<typeof body>> {
  readonly name = 'decision.withdrawn';
  readonly body = body;

  protected payload({ reason }: z.infer<typeof body>): ActPayloads['decision.withdrawn'] {
    return { reason };
  }
}
