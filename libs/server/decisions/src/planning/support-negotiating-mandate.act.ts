import { Injectable } from '@nestjs/common';
import { proposalActBodies } from '@tavolo/contracts';
import { type ActPayloads } from '@tavolo/governance';
import { type z } from 'zod';
import { ProcedureAct } from '../acts/procedure-act.js';

const body = proposalActBodies['negotiating_mandate.supported'];

/** Another seat supports the mandate that was put forward; with more than half of the seats it is given. */
@Injectable()
export class SupportNegotiatingMandate extends ProcedureAct<'negotiating_mandate.supported', z.infer<typeof body>> {
  readonly name = 'negotiating_mandate.supported';
  readonly body = body;

  protected payload({ mandate }: z.infer<typeof body>): ActPayloads['negotiating_mandate.supported'] {
    return { mandate };
  }
}
