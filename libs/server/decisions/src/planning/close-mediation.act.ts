import { Injectable } from '@nestjs/common';
import { proposalActBodies } from '@tavolo/contracts';
import { type ActPayloads } from '@tavolo/governance';
import { type z } from 'zod';
import { ProcedureAct } from '../acts/procedure-act.js';

const body = proposalActBodies['mediation.closed'];

/** Mediation ends before its time. */
@Injectable()
export class CloseMediation extends ProcedureAct<'mediation.closed', z.infer<typeof body>> {
  readonly name = 'mediation.closed';
  readonly body = body;

  protected payload({ reason }: z.infer<typeof body>): ActPayloads['mediation.closed'] {
    return { reason };
  }
}
