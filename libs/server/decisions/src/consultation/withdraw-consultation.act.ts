import { Injectable } from '@nestjs/common';
import { proposalActBodies } from '@tavolo/contracts';
import { type ActPayloads } from '@tavolo/governance';
import { type z } from 'zod';
import { ProcedureAct } from '../acts/procedure-act.js';

const body = proposalActBodies['consultation.withdrawn'];

/** The institution withdraws the consultation, with a reason. */
@Injectable()
export class WithdrawConsultation extends ProcedureAct<'consultation.withdrawn', z.infer<typeof body>> {
  readonly name = 'consultation.withdrawn';
  readonly body = body;

  protected payload({ reason }: z.infer<typeof body>): ActPayloads['consultation.withdrawn'] {
    return { reason };
  }
}
