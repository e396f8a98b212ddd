import { Injectable } from '@nestjs/common';
import { keySchema, proposalActBodies } from '@tavolo/contracts';
import { type ActPayloads, type Procedure } from '@tavolo/governance';
import { streamOf, takeKey, type Scene } from '@tavolo/server-proposals';
import { type z } from 'zod';
import { ProcedureAct } from '../acts/procedure-act.js';
import { ballotOf, openedData, rollParts, voteStream } from '../recording/ballot-entries.js';

const body = proposalActBodies['vote.opened'].extend({
  /** For imports: the key of the ballot. */
  key: keySchema.optional(),
});

/**
 * Opens a ballot on the settled text. Rules, electorate and text are copied into it and written into its own stream of the log, in the
 * form from which anybody can recount (audit-log.md 14).
 */
@Injectable()
export class OpenBallot extends ProcedureAct<'vote.opened', z.infer<typeof body>> {
  readonly name = 'vote.opened';
  readonly body = body;

  protected async payload(
    command: z.infer<typeof body>,
    { context, table }: Scene,
  ): Promise<ActPayloads['vote.opened']> {
    const key = await takeKey(context.manager, 'ballot', table, command.key);
    return { key, closesAt: command.closesAt, presence: null };
  }

  protected override record({ key }: ActPayloads['vote.opened'], scene: Scene, after: Procedure): void {
    const { context, proposal, table, actor } = scene;
    const ballot = ballotOf(after, key);
    const inStream = { space: table.space, stream: voteStream(key) };
    context.record({ ...inStream, act: this.name, actor: actor.member, data: openedData(ballot, proposal.key) });
    for (const data of rollParts(ballot)) context.record({ ...inStream, act: 'vote.roll', actor: null, data });
    context.announce({ table: table.key, act: this.name, subject: streamOf(proposal) });
  }
}
