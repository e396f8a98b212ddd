import { Injectable } from '@nestjs/common';
import { proposalActBodies } from '@tavolo/contracts';
import { type ActPayloads } from '@tavolo/governance';
import { type z } from 'zod';
import { ProcedureAct } from '../acts/procedure-act.js';

const body = proposalActBodies['negotiation.reopened'];

/** The text is opened for writing again. */
@Injectable()
export class ReopenNegotiation extends ProcedureAct<'negotiation.reopened', z.infer<typeof body>> {
  readonly name = 'negotiation.reopened';
  readonly body = body;

  protected payload(): ActPayloads['negotiation.reopened'] {
    return {};
  }
}
