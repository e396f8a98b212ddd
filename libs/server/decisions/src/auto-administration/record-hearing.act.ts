import { Injectable } from '@nestjs/common';
import { mandateActBodies } from '@tavolo/contracts';
import { type MandateActPayloads } from '@tavolo/governance';
import { type z } from 'zod';
import { MandateAct } from './mandate-act.js';

const body = mandateActBodies['mandate.heard'];

/** What the table said when it was heard on the revocation. */
@Injectable()
export class RecordHearing extends MandateAct<'mandate.heard', z.infer<typeof body>> {
  readonly name = 'mandate.heard';
  readonly body = body;

  protected payload({ text }: z.infer<typeof body>): MandateActPayloads['mandate.heard'] {
    return { text };
  }
}
