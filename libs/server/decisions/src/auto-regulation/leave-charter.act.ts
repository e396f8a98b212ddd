import { Injectable } from '@nestjs/common';
import { proposalActBodies } from '@tavolo/contracts';
import { type ActPayloads } from '@tavolo/governance';
import { type z } from 'zod';
import { ProcedureAct } from '../acts/procedure-act.js';

const body = proposalActBodies['charter.left'];

/** A signatory that does not accept a new version leaves without notice. */
@Injectable()
export class LeaveCharter extends ProcedureAct<'charter.left', z.infer<typeof body>> {
  readonly name = 'charter.left';
  readonly body = body;

  protected payload({ subject, reason }: z.infer<typeof body>): ActPayloads['charter.left'] {
    return { subject, reason };
  }
}
