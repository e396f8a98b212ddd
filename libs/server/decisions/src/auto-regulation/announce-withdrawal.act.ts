import { Injectable } from '@nestjs/common';
import { proposalActBodies } from '@tavolo/contracts';
import { type ActPayloads } from '@tavolo/governance';
import { type z } from 'zod';
import { ProcedureAct } from '../acts/procedure-act.js';

const body = proposalActBodies['withdrawal.announced'];

/** A signatory announces that it withdraws when its notice is over. */
@Injectable()
export class AnnounceWithdrawal extends ProcedureAct<'withdrawal.announced', z.infer<typeof body>> {
  readonly name = 'withdrawal.announced';
  readonly body = body;

  protected payload({ subject, reason }: z.infer<typeof body>): ActPayloads['withdrawal.announced'] {
    return { subject, reason };
  }
}
