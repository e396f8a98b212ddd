import { Injectable } from '@nestjs/common';
import { proposalActBodies } from '@tavolo/contracts';
import { type ActPayloads, type Procedure } from '@tavolo/governance';
import { type JsonObject } from '@tavolo/kernel';
import { type Scene } from '@tavolo/server-proposals';
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

  protected override data(_payload: ActPayloads['seat.recused'], after: Procedure, { actor }: Scene): JsonObject {
    const ballots = 'ballots' in after ? after.ballots : [];
    const open = ballots.find(({ state }) => state === 'open' || state === 'suspended');
    return { member: actor.member, ...(open && { vote: open.key, eligible: open.electorate.length }) };
  }
}
