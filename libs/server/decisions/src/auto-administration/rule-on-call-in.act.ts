import { Injectable } from '@nestjs/common';
import { proposalActBodies } from '@tavolo/contracts';
import { type ActPayloads } from '@tavolo/governance';
import { type z } from 'zod';
import { ProcedureAct } from '../acts/procedure-act.js';

const body = proposalActBodies['call_in.ruled'];

/** The guarantor rules on the stated ground of a call-in, with reasons. */
@Injectable()
export class RuleOnCallIn extends ProcedureAct<'call_in.ruled', z.infer<typeof body>> {
  readonly name = 'call_in.ruled';
  readonly body = body;
  override readonly sealed = true;

  protected payload({ upheld, reason }: z.infer<typeof body>): ActPayloads['call_in.ruled'] {
    return { upheld, reason };
  }
}
