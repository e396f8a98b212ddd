import { Injectable } from '@nestjs/common';
import { proposalActBodies } from '@tavolo/contracts';
import { type ActPayloads } from '@tavolo/governance';
import { type z } from 'zod';
import { ProcedureAct } from '../acts/procedure-act.js';

const body = proposalActBodies['decision.called_in'];

/** The institution calls a decision in before the standstill ends, on one of the four grounds, with reasons. */
@Injectable()
export class CallInDecision extends ProcedureAct<'decision.called_in', z.infer<typeof body>> {
  readonly name = 'decision.called_in';
  readonly body = body;
  override readonly sealed = true;

  protected payload({ ground, reason }: z.infer<typeof body>): ActPayloads['decision.called_in'] {
    return { ground, reason };
  }
}
