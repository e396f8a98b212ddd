import { Injectable } from '@nestjs/common';
import { proposalActBodies } from '@tavolo/contracts';
import { type ActPayloads } from '@tavolo/governance';
import { type z } from 'zod';
import { ProcedureAct } from '../acts/procedure-act.js';

const body = proposalActBodies['consent_round.opened'];

/** The facilitator asks whether anybody objects. */
@Injectable()
export class OpenConsentRound extends ProcedureAct<'consent_round.opened', z.infer<typeof body>> {
  readonly name = 'consent_round.opened';
  readonly body = body;

  protected payload(): ActPayloads['consent_round.opened'] {
    return {};
  }
}
