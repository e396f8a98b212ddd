import { Injectable } from '@nestjs/common';
import { proposalActBodies } from '@tavolo/contracts';
import { type ActPayloads } from '@tavolo/governance';
import { type z } from 'zod';
import { ProcedureAct } from '../acts/procedure-act.js';

const body = proposalActBodies['signing.extended'];

/** Signing lasts longer, once, with a reason. */
@Injectable()
export class ExtendSigning extends ProcedureAct<'signing.extended', z.infer<typeof body>> {
  readonly name = 'signing.extended';
  readonly body = body;

  protected payload({ reason }: z.infer<typeof body>): ActPayloads['signing.extended'] {
    return { reason };
  }
}
