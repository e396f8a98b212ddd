import { Injectable } from '@nestjs/common';
import { proposalActBodies } from '@tavolo/contracts';
import { type ActPayloads } from '@tavolo/governance';
import { type z } from 'zod';
import { ProcedureAct } from '../acts/procedure-act.js';

const body = proposalActBodies['consent.given'];

/** Consent, standing aside, or an objection with the change that would meet it. */
@Injectable()
export class GiveConsent extends ProcedureAct<'consent.given', z.infer<typeof body>> {
  readonly name = 'consent.given';
  readonly body = body;

  protected payload({ stand, reason, change }: z.infer<typeof body>): ActPayloads['consent.given'] {
    return { stand, reason, change };
  }
}
