import { Injectable } from '@nestjs/common';
import { proposalActBodies } from '@tavolo/contracts';
import { type ActPayloads } from '@tavolo/governance';
import { type z } from 'zod';
import { ProcedureAct } from '../acts/procedure-act.js';

const body = proposalActBodies['charter.reviewed'];

/** What the signatories found when they looked at their charter. */
@Injectable()
export class ReviewCharter extends ProcedureAct<'charter.reviewed', z.infer<typeof body>> {
  readonly name = 'charter.reviewed';
  readonly body = body;

  protected payload({ text }: z.infer<typeof body>): ActPayloads['charter.reviewed'] {
    return { text };
  }
}
