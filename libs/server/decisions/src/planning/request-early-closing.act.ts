import { Injectable } from '@nestjs/common';
import { proposalActBodies } from '@tavolo/contracts';
import { type ActPayloads } from '@tavolo/governance';
import { type z } from 'zod';
import { ProcedureAct } from '../acts/procedure-act.js';

const body = proposalActBodies['ballot.early_closing_requested'];

/** Somebody asks, with a written reason, to close a ballot before its announced time; a second person then closes it. */
@Injectable()
export class RequestEarlyClosing extends ProcedureAct<'ballot.early_closing_requested', z.infer<typeof body>> {
  readonly name = 'ballot.early_closing_requested';
  readonly body = body;

  protected payload({ ballot, reason }: z.infer<typeof body>): ActPayloads['ballot.early_closing_requested'] {
    return { ballot, reason };
  }
}
