import { Injectable } from '@nestjs/common';
import { keySchema, modeChangeActBodies } from '@tavolo/contracts';
import { type ModeChangeActPayloads } from '@tavolo/governance';
import { takeKey } from '@tavolo/server-proposals';
import { type z } from 'zod';
import { ModeChangeAct, type ModeChangeScene } from './mode-change-act.js';

const body = modeChangeActBodies['vote.opened'].extend({
  /** For imports: the key of the ballot. */
  key: keySchema.optional(),
});

/** The new rules are put to the vote of every seat with a vote. Rules, electorate and text are copied in. */
@Injectable()
export class OpenModeBallot extends ModeChangeAct<'vote.opened', z.infer<typeof body>> {
  readonly name = 'vote.opened';
  readonly body = body;

  protected async payload(
    { key, closesAt }: z.infer<typeof body>,
    { context, table }: ModeChangeScene,
  ): Promise<ModeChangeActPayloads['vote.opened']> {
    return { key: await takeKey(context.manager, 'ballot', table, key), closesAt, presence: null };
  }
}
