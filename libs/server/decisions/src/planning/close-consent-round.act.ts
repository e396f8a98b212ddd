import { Injectable } from '@nestjs/common';
import { proposalActBodies } from '@tavolo/contracts';
import { type ActPayloads } from '@tavolo/governance';
import { type z } from 'zod';
import { ProcedureAct } from '../acts/procedure-act.js';

const body = proposalActBodies['consent_round.closed'];

/** The facilitator ends the round of consent; with a written reason while seats have not taken a stand. */
@Injectable()
export class CloseConsentRound extends ProcedureAct<'consent_round.closed', z.infer<typeof body>> {
  readonly name = 'consent_round.closed';
  readonly body = body;

  protected payload({ reason }: z.infer<typeof body>): ActPayloads['consent_round.closed'] {
    return { reason };
  }
}
