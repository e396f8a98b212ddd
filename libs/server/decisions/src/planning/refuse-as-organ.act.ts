import { Injectable } from '@nestjs/common';
import { proposalActBodies } from '@tavolo/contracts';
import { type ActPayloads } from '@tavolo/governance';
import { type z } from 'zod';
import { ProcedureAct } from '../acts/procedure-act.js';

const body = proposalActBodies['organ.refused'];

/** The organ to which law reserves the act refuses, with reasons. */
@Injectable()
export class RefuseAsOrgan extends ProcedureAct<'organ.refused', z.infer<typeof body>> {
  readonly name = 'organ.refused';
  readonly body = body;

  protected payload({ reason }: z.infer<typeof body>): ActPayloads['organ.refused'] {
    return { reason };
  }
}
