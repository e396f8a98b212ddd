import { Injectable } from '@nestjs/common';
import { proposalActBodies } from '@tavolo/contracts';
import { type ActPayloads } from '@tavolo/governance';
import { type z } from 'zod';
import { ProcedureAct } from '../acts/procedure-act.js';

const body = proposalActBodies['review.opened'];

/** The agreement is reviewed. */
@Injectable()
export class OpenReview extends ProcedureAct<'review.opened', z.infer<typeof body>> {
  readonly name = 'review.opened';
  readonly body = body;

  protected payload(): ActPayloads['review.opened'] {
    return {};
  }
}
