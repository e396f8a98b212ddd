import { Injectable } from '@nestjs/common';
import { proposalActBodies } from '@tavolo/contracts';
import { type ActPayloads } from '@tavolo/governance';
import { type z } from 'zod';
import { ProcedureAct } from '../acts/procedure-act.js';

const body = proposalActBodies['negotiating_mandate.end_supported'];

/** A seat asks that the mandate end, or the spokesperson lays it down. */
@Injectable()
export class EndNegotiatingMandate extends ProcedureAct<'negotiating_mandate.end_supported', z.infer<typeof body>> {
  readonly name = 'negotiating_mandate.end_supported';
  readonly body = body;

  protected payload({ mandate, reason }: z.infer<typeof body>): ActPayloads['negotiating_mandate.end_supported'] {
    return { mandate, reason };
  }
}
