import { Injectable } from '@nestjs/common';
import { keySchema, proposalActBodies } from '@tavolo/contracts';
import { type ActPayloads } from '@tavolo/governance';
import { takeKey, type Scene } from '@tavolo/server-proposals';
import { type z } from 'zod';
import { ProcedureAct } from '../acts/procedure-act.js';

const body = proposalActBodies['vote.opened'].extend({
  /** For imports: the key of the ballot. */
  key: keySchema.optional(),
});

/**
 * Opens a ballot on the settled text. Rules, electorate and text are copied into it and written into its own stream of the log, in the
 * form from which anybody can recount (audit-log.md 14); under a mandate also how that stands.
 */
@Injectable()
export class OpenBallot extends ProcedureAct<'vote.opened', z.infer<typeof body>> {
  readonly name = 'vote.opened';
  readonly body = body;

  protected async payload(
    command: z.infer<typeof body>,
    { context, proposal, table }: Scene,
  ): Promise<ActPayloads['vote.opened']> {
    const key = await takeKey(context.manager, 'ballot', table, command.key);
    const { procedure } = proposal;
    return {
      key,
      closesAt: command.closesAt,
      presence: null,
      ...('mandate' in procedure && { mandate: procedure.mandate }),
    };
  }
}
