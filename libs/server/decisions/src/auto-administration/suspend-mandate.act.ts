import { Injectable } from '@nestjs/common';
import { mandateActBodies } from '@tavolo/contracts';
import { type MandateActPayloads } from '@tavolo/governance';
import { type z } from 'zod';
import { MandateAct } from './mandate-act.js';

const body = mandateActBodies['mandate.suspended'];

/** The institution suspends a mandate at once for a serious breach, with reasons. */
@Injectable()
export class SuspendMandate extends MandateAct<'mandate.suspended', z.infer<typeof body>> {
  readonly name = 'mandate.suspended';
  readonly body = body;
  override readonly sealed = true;

  protected payload({ ground, reason }: z.infer<typeof body>): MandateActPayloads['mandate.suspended'] {
    return { ground, reason };
  }
}
