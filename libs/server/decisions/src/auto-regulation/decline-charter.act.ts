import { Injectable } from '@nestjs/common';
import { proposalActBodies } from '@tavolo/contracts';
import { type ActPayloads } from '@tavolo/governance';
import { type z } from 'zod';
import { ProcedureAct } from '../acts/procedure-act.js';

const body = proposalActBodies['charter.declined'];

/** A subject says, with its reason, that it does not sign. */
@Injectable()
export class DeclineCharter extends ProcedureAct<'charter.declined', z.infer<typeof body>> {
  readonly name = 'charter.declined';
  readonly body = body;

  protected payload({ subject, reason }: z.infer<typeof body>): ActPayloads['charter.declined'] {
    return { subject, reason };
  }
}
