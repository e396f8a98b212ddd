import { Injectable } from '@nestjs/common';
import { mandateActBodies } from '@tavolo/contracts';
import { type MandateActPayloads } from '@tavolo/governance';
import { type z } from 'zod';
import { MandateAct } from './mandate-act.js';

const body = mandateActBodies['mandate.revocation_announced'];

/** The institution announces that it will revoke a mandate, with reasons: the days of notice run. */
@Injectable()
export class AnnounceRevocation extends MandateAct<'mandate.revocation_announced', z.infer<typeof body>> {
  readonly name = 'mandate.revocation_announced';
  readonly body = body;
  override readonly sealed = true;

  protected payload({ ground, reason }: z.infer<typeof body>): MandateActPayloads['mandate.revocation_announced'] {
    return { ground, reason };
  }
}
