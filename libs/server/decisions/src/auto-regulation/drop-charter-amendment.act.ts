import { Injectable } from '@nestjs/common';
import { proposalActBodies } from '@tavolo/contracts';
import { type ActPayloads } from '@tavolo/governance';
import { type z } from 'zod';
import { ProcedureAct } from '../acts/procedure-act.js';

const body = proposalActBodies['charter.amendment_dropped'];

/** The new version is not pursued; the one in force stays. */
@Injectable()
export class DropCharterAmendment extends ProcedureAct<'charter.amendment_dropped', z.infer<typeof body>> {
  readonly name = 'charter.amendment_dropped';
  readonly body = body;

  protected payload({ reason }: z.infer<typeof body>): ActPayloads['charter.amendment_dropped'] {
    return { reason };
  }
}
