import { Injectable } from '@nestjs/common';
import { proposalActBodies } from '@tavolo/contracts';
import { type ActPayloads } from '@tavolo/governance';
import { type z } from 'zod';
import { ProcedureAct } from '../acts/procedure-act.js';

const body = proposalActBodies['breach.found'];

/** What was found after the two have talked is published. */
@Injectable()
export class PublishFinding extends ProcedureAct<'breach.found', z.infer<typeof body>> {
  readonly name = 'breach.found';
  readonly body = body;

  protected payload({ breach, finding }: z.infer<typeof body>): ActPayloads['breach.found'] {
    return { breach, finding };
  }
}
