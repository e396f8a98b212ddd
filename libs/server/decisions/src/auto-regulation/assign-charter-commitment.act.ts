import { Injectable } from '@nestjs/common';
import { proposalActBodies } from '@tavolo/contracts';
import { type ActPayloads } from '@tavolo/governance';
import { type z } from 'zod';
import { ProcedureAct } from '../acts/procedure-act.js';

const body = proposalActBodies['charter.commitment_assigned'];

/** A signatory takes on a commitment under a clause of the charter. */
@Injectable()
export class AssignCharterCommitment extends ProcedureAct<'charter.commitment_assigned', z.infer<typeof body>> {
  readonly name = 'charter.commitment_assigned';
  readonly body = body;

  protected payload({ holder, clause, what, dueOn }: z.infer<typeof body>): ActPayloads['charter.commitment_assigned'] {
    return { holder, clause, what, dueOn };
  }
}
