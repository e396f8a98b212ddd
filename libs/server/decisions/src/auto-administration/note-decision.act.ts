import { Injectable } from '@nestjs/common';
import { proposalActBodies } from '@tavolo/contracts';
import { type ActPayloads } from '@tavolo/governance';
import { type z } from 'zod';
import { ProcedureAct } from '../acts/procedure-act.js';

const body = proposalActBodies['decision.noted'];

/** The decision note, in a few words for everybody. */
@Injectable()
export class NoteDecision extends ProcedureAct<'decision.noted', z.infer<typeof body>> {
  readonly name = 'decision.noted';
  readonly body = body;

  protected payload({ text }: z.infer<typeof body>): ActPayloads['decision.noted'] {
    return { text };
  }
}
