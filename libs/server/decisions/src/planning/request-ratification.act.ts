import { Injectable } from '@nestjs/common';
import { proposalActBodies } from '@tavolo/contracts';
import { type ActPayloads } from '@tavolo/governance';
import { type z } from 'zod';
import { ProcedureAct } from '../acts/procedure-act.js';

const body = proposalActBodies['ratification.requested'];

/** A party says that the settled text exceeds its negotiating mandate; its bench is asked. */
@Injectable()
export class RequestRatification extends ProcedureAct<'ratification.requested', z.infer<typeof body>> {
  readonly name = 'ratification.requested';
  readonly body = body;

  protected payload({ sector }: z.infer<typeof body>): ActPayloads['ratification.requested'] {
    return { sector };
  }
}
