import { Injectable } from '@nestjs/common';
import { proposalActBodies } from '@tavolo/contracts';
import { type ActPayloads } from '@tavolo/governance';
import { type z } from 'zod';
import { ProcedureAct } from '../acts/procedure-act.js';

const body = proposalActBodies['proposal.declared_inadmissible'];

/** It is not a matter for this table, with a written reason. */
@Injectable()
export class DeclareInadmissible extends ProcedureAct<'proposal.declared_inadmissible', z.infer<typeof body>> {
  readonly name = 'proposal.declared_inadmissible';
  readonly body = body;

  protected payload({ reason }: z.infer<typeof body>): ActPayloads['proposal.declared_inadmissible'] {
    return { reason };
  }
}
