import { Injectable } from '@nestjs/common';
import { proposalActBodies } from '@tavolo/contracts';
import { type ActPayloads } from '@tavolo/governance';
import { type z } from 'zod';
import { ProcedureAct } from '../acts/procedure-act.js';

const body = proposalActBodies['institution.answered'];

/** The institution says what it does with a decision that came back to it, with reasons. */
@Injectable()
export class AnswerReturn extends ProcedureAct<'institution.answered', z.infer<typeof body>> {
  readonly name = 'institution.answered';
  readonly body = body;

  protected payload({ outcome, reason }: z.infer<typeof body>): ActPayloads['institution.answered'] {
    return { outcome, reason };
  }
}
