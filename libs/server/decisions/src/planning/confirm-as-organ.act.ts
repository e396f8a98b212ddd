import { Injectable } from '@nestjs/common';
import { proposalActBodies } from '@tavolo/contracts';
import { type ActPayloads } from '@tavolo/governance';
import { type z } from 'zod';
import { ProcedureAct } from '../acts/procedure-act.js';

const body = proposalActBodies['organ.confirmed'];

/** The organ to which law reserves the act confirms the decision of the table. */
@Injectable()
export class ConfirmAsOrgan extends ProcedureAct<'organ.confirmed', z.infer<typeof body>> {
  readonly name = 'organ.confirmed';
  readonly body = body;

  protected payload({ reason }: z.infer<typeof body>): ActPayloads['organ.confirmed'] {
    return { reason };
  }
}
