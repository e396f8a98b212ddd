import { Injectable } from '@nestjs/common';
import { proposalActBodies } from '@tavolo/contracts';
import { type ActPayloads } from '@tavolo/governance';
import { type z } from 'zod';
import { ProcedureAct } from '../acts/procedure-act.js';

const body = proposalActBodies['decision.reopened'];

/** The draft is opened for writing again: blocked, deliberated, or called in and amended by its holders. */
@Injectable()
export class ReopenDecision extends ProcedureAct<'decision.reopened', z.infer<typeof body>> {
  readonly name = 'decision.reopened';
  readonly body = body;

  protected payload(): ActPayloads['decision.reopened'] {
    return {};
  }
}
