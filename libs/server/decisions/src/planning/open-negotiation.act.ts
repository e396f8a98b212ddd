import { Injectable } from '@nestjs/common';
import { proposalActBodies } from '@tavolo/contracts';
import { type ActPayloads } from '@tavolo/governance';
import { type z } from 'zod';
import { ProcedureAct } from '../acts/procedure-act.js';

const body = proposalActBodies['negotiation.opened'];

/** The proposal is admitted, and the time for negotiating begins. */
@Injectable()
export class OpenNegotiation extends ProcedureAct<'negotiation.opened', z.infer<typeof body>> {
  readonly name = 'negotiation.opened';
  readonly body = body;

  protected payload(): ActPayloads['negotiation.opened'] {
    return {};
  }
}
