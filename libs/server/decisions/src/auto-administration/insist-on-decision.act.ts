import { Injectable } from '@nestjs/common';
import { proposalActBodies } from '@tavolo/contracts';
import { type ActPayloads } from '@tavolo/governance';
import { type z } from 'zod';
import { ProcedureAct } from '../acts/procedure-act.js';

const body = proposalActBodies['decision.insisted'];

/** The holders insist on a decision that was called in, with reasons: the guarantor is asked. */
@Injectable()
export class InsistOnDecision extends ProcedureAct<'decision.insisted', z.infer<typeof body>> {
  readonly name = 'decision.insisted';
  readonly body = body;

  protected payload({ reason }: z.infer<typeof body>): ActPayloads['decision.insisted'] {
    return { reason };
  }
}
