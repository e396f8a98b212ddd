import { Injectable } from '@nestjs/common';
import { proposalActBodies } from '@tavolo/contracts';
import { type ActPayloads } from '@tavolo/governance';
import { streamOf, type Scene } from '@tavolo/server-proposals';
import { type z } from 'zod';
import { ProcedureAct } from '../acts/procedure-act.js';
import { voteStream } from '../recording/ballot-entries.js';

const body = proposalActBodies['vote.cast'];

/** A seat votes, by name. The vote can be changed until the ballot closes; the last one counts (domain.md 2.1, Ballots). */
@Injectable()
export class CastVote extends ProcedureAct<'vote.cast', z.infer<typeof body>> {
  readonly name = 'vote.cast';
  readonly body = body;

  protected payload({ ballot, choice }: z.infer<typeof body>): ActPayloads['vote.cast'] {
    return { ballot, choice };
  }

  protected override record({ ballot, choice }: ActPayloads['vote.cast'], scene: Scene): void {
    const { context, proposal, table, composition, actor, person } = scene;
    const seat = composition.seats.find(({ id }) => id === actor.seat);
    // The seat stands for the member on the roll; who gave its vote in the holder's place is hers to have erased.
    const deputy = seat?.deputy === actor.member && seat.holder !== actor.member;
    context.record({
      space: table.space,
      act: this.name,
      stream: voteStream(ballot),
      actor: actor.seat,
      data: { vote: ballot, option: choice },
      disclosures: deputy ? [{ name: 'deputy', value: actor.member, subject: person }] : [],
    });
    context.announce({ table: table.key, act: this.name, subject: streamOf(proposal) });
  }
}
