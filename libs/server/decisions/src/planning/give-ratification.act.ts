import { Injectable } from '@nestjs/common';
import { proposalActBodies } from '@tavolo/contracts';
import { type ActPayloads } from '@tavolo/governance';
import { type z } from 'zod';
import { ProcedureAct } from '../acts/procedure-act.js';

const body = proposalActBodies['ratification.given'];

/** The bench approves the settled text. */
@Injectable()
export class GiveRatification extends ProcedureAct<'ratification.given', z.infer<typeof body>> {
  readonly name = 'ratification.given';
  readonly body = body;

  protected payload(): ActPayloads['ratification.given'] {
    return {};
  }
}
