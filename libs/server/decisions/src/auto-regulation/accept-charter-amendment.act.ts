import { Injectable } from '@nestjs/common';
import { proposalActBodies } from '@tavolo/contracts';
import { type ActPayloads } from '@tavolo/governance';
import { type z } from 'zod';
import { ProcedureAct } from '../acts/procedure-act.js';

const body = proposalActBodies['charter.amendment_accepted'];

/** A signatory accepts the new version; it takes effect when all have. */
@Injectable()
export class AcceptCharterAmendment extends ProcedureAct<'charter.amendment_accepted', z.infer<typeof body>> {
  readonly name = 'charter.amendment_accepted';
  readonly body = body;

  protected payload({ subject }: z.infer<typeof body>): ActPayloads['charter.amendment_accepted'] {
    return { subject };
  }
}
