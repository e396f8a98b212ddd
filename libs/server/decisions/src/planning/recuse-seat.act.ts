import { Injectable } from '@nestjs/common';
import { proposalActBodies } from '@tavolo/contracts';
import { type ActPayloads } from '@tavolo/governance';
import { type z } from 'zod';
import { ProcedureAct } from '../acts/procedure-act.js';

const body = proposalActBodies['seat.recused'];

/**
 * A member declares an interest before the discussion and leaves discussion and vote. The entry says who left and, while a ballot is open,
 * how many seats are entitled to vote in it from then on: her seat goes only with the last of those who sit there.
 */
@Injectable()
export class RecuseSeat extends ProcedureAct<'seat.recused', z.infer<typeof body>> {
  readonly name = 'seat.recused';
  readonly body = body;

  protected payload({ reason }: z.infer<typeof body>): ActPayloads['seat.recused'] {
    return { reason };
  }
}
