import { Injectable } from '@nestjs/common';
import { proposalActBodies } from '@tavolo/contracts';
import { type ActPayloads } from '@tavolo/governance';
import { type z } from 'zod';
import { ProcedureAct } from '../acts/procedure-act.js';

const body = proposalActBodies['drafting.reopened'];

/** The facilitator takes the text back to drafting; whoever had signed is asked again. */
@Injectable()
export class ReopenDrafting extends ProcedureAct<'drafting.reopened', z.infer<typeof body>> {
  readonly name = 'drafting.reopened';
  readonly body = body;

  protected payload(): ActPayloads['drafting.reopened'] {
    return {};
  }
}
