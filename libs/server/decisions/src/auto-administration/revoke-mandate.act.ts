import { Injectable } from '@nestjs/common';
import { mandateActBodies } from '@tavolo/contracts';
import { type MandateActPayloads } from '@tavolo/governance';
import { type z } from 'zod';
import { MandateAct } from './mandate-act.js';

const body = mandateActBodies['mandate.revoked'];

/** The institution revokes a mandate, after notice and hearing, with reasons. Effective decisions stay valid. */
@Injectable()
export class RevokeMandate extends MandateAct<'mandate.revoked', z.infer<typeof body>> {
  readonly name = 'mandate.revoked';
  readonly body = body;
  override readonly sealed = true;

  protected payload({ reason }: z.infer<typeof body>): MandateActPayloads['mandate.revoked'] {
    return { reason };
  }
}
