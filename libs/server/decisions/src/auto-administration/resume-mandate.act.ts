import { Injectable } from '@nestjs/common';
import { mandateActBodies } from '@tavolo/contracts';
import { type MandateActPayloads } from '@tavolo/governance';
import { type z } from 'zod';
import { MandateAct } from './mandate-act.js';

const body = mandateActBodies['mandate.resumed'];

/** The institution ends the suspension for a serious breach, with reasons. */
@Injectable()
export class ResumeMandate extends MandateAct<'mandate.resumed', z.infer<typeof body>> {
  readonly name = 'mandate.resumed';
  readonly body = body;

  protected payload({ reason }: z.infer<typeof body>): MandateActPayloads['mandate.resumed'] {
    return { reason };
  }
}
