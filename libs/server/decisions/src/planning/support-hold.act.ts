import { Injectable } from '@nestjs/common';
import { proposalActBodies } from '@tavolo/contracts';
import { type ActPayloads } from '@tavolo/governance';
import { type z } from 'zod';
import { ProcedureAct } from '../acts/procedure-act.js';

const body = proposalActBodies['hold.supported'];

/** A seat supports stopping the proposal for mediation; with two thirds of its sector the hold is declared. */
@Injectable()
export class SupportHold extends ProcedureAct<'hold.supported', z.infer<typeof body>> {
  readonly name = 'hold.supported';
  readonly body = body;

  protected payload({ reason }: z.infer<typeof body>): ActPayloads['hold.supported'] {
    return { reason };
  }
}
