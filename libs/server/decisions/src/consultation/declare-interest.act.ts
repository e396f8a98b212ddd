import { Injectable } from '@nestjs/common';
import { proposalActBodies } from '@tavolo/contracts';
import { type ActPayloads } from '@tavolo/governance';
import { type z } from 'zod';
import { ProcedureAct } from '../acts/procedure-act.js';

const body = proposalActBodies['interest.declared'];

/** A seat declares an interest; it is shown beside its assessment. */
@Injectable()
export class DeclareInterest extends ProcedureAct<'interest.declared', z.infer<typeof body>> {
  readonly name = 'interest.declared';
  readonly body = body;

  protected payload({ interest }: z.infer<typeof body>): ActPayloads['interest.declared'] {
    return { interest };
  }
}
