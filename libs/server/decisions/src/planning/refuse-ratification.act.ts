import { Injectable } from '@nestjs/common';
import { proposalActBodies } from '@tavolo/contracts';
import { type ActPayloads } from '@tavolo/governance';
import { type z } from 'zod';
import { ProcedureAct } from '../acts/procedure-act.js';

const body = proposalActBodies['ratification.refused'];

/** The bench sends the settled text back, with a reason. */
@Injectable()
export class RefuseRatification extends ProcedureAct<'ratification.refused', z.infer<typeof body>> {
  readonly name = 'ratification.refused';
  readonly body = body;

  protected payload({ reason }: z.infer<typeof body>): ActPayloads['ratification.refused'] {
    return { reason };
  }
}
