import { Injectable } from '@nestjs/common';
import { proposalActBodies } from '@tavolo/contracts';
import { type ActPayloads } from '@tavolo/governance';
import { type z } from 'zod';
import { ProcedureAct } from '../acts/procedure-act.js';

const body = proposalActBodies['breach.raised'];

/** A signatory says that another did not keep the charter. */
@Injectable()
export class RaiseBreach extends ProcedureAct<'breach.raised', z.infer<typeof body>> {
  readonly name = 'breach.raised';
  readonly body = body;

  protected payload({ subject, reason }: z.infer<typeof body>): ActPayloads['breach.raised'] {
    return { subject, reason };
  }
}
