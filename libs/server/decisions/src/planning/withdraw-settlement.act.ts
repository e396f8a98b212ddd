import { Injectable } from '@nestjs/common';
import { proposalActBodies } from '@tavolo/contracts';
import { type ActPayloads } from '@tavolo/governance';
import { type z } from 'zod';
import { ProcedureAct } from '../acts/procedure-act.js';

const body = proposalActBodies['settlement.withdrawn'];

/** A confirmation of the text is taken back. */
@Injectable()
export class WithdrawSettlement extends ProcedureAct<'settlement.withdrawn', z.infer<typeof body>> {
  readonly name = 'settlement.withdrawn';
  readonly body = body;

  protected payload(): ActPayloads['settlement.withdrawn'] {
    return {};
  }
}
