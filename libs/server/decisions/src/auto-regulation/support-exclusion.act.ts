import { Injectable } from '@nestjs/common';
import { proposalActBodies } from '@tavolo/contracts';
import { type ActPayloads } from '@tavolo/governance';
import { type z } from 'zod';
import { ProcedureAct } from '../acts/procedure-act.js';

const body = proposalActBodies['exclusion.supported'];

/** A signatory supports the exclusion of another; with all others it is excluded. */
@Injectable()
export class SupportExclusion extends ProcedureAct<'exclusion.supported', z.infer<typeof body>> {
  readonly name = 'exclusion.supported';
  readonly body = body;

  protected payload({ breach }: z.infer<typeof body>): ActPayloads['exclusion.supported'] {
    return { breach };
  }
}
