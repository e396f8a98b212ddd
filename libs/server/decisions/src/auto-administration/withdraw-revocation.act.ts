import { Injectable } from '@nestjs/common';
import { mandateActBodies } from '@tavolo/contracts';
import { type MandateActPayloads } from '@tavolo/governance';
import { type z } from 'zod';
import { MandateAct } from './mandate-act.js';

const body = mandateActBodies['mandate.revocation_withdrawn'];

/** The institution does not revoke after all, with reasons. */
@Injectable()
export class WithdrawRevocation extends MandateAct<'mandate.revocation_withdrawn', z.infer<typeof body>> {
  readonly name = 'mandate.revocation_withdrawn';
  readonly body = body;

  protected payload({ reason }: z.infer<typeof body>): MandateActPayloads['mandate.revocation_withdrawn'] {
    return { reason };
  }
}
