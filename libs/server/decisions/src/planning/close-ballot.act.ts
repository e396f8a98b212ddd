import { Injectable } from '@nestjs/common';
import { proposalActBodies } from '@tavolo/contracts';
import { type ActPayloads } from '@tavolo/governance';
import { streamOf, type Scene } from '@tavolo/server-proposals';
import { type z } from 'zod';
import { freeTexts, ProcedureAct } from '../acts/procedure-act.js';
import { voteStream } from '../recording/ballot-entries.js';

const body = proposalActBodies['vote.closed'];

/** Someone who guides or records closes a ballot; the result follows by itself. Closing early needs a reason, or a second person. */
@Injectable()
export class CloseBallot extends ProcedureAct<'vote.closed', z.infer<typeof body>> {
  readonly name = 'vote.closed';
  readonly body = body;
  override readonly sealed = true;

  protected payload({ ballot, reason }: z.infer<typeof body>): ActPayloads['vote.closed'] {
    return { ballot, reason };
  }

  protected override record(payload: ActPayloads['vote.closed'], scene: Scene): void {
    const { context, proposal, table, actor } = scene;
    context.record({
      space: table.space,
      act: this.name,
      stream: voteStream(payload.ballot),
      actor: actor.member,
      data: { vote: payload.ballot },
      disclosures: freeTexts(payload, scene),
    });
    context.announce({ table: table.key, act: this.name, subject: streamOf(proposal) });
  }
}
