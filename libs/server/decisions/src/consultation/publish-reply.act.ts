import { Injectable } from '@nestjs/common';
import { keySchema, proposalActBodies } from '@tavolo/contracts';
import { type ActPayloads } from '@tavolo/governance';
import { takeKey, type Scene } from '@tavolo/server-proposals';
import { type z } from 'zod';
import { ProcedureAct } from '../acts/procedure-act.js';

const body = proposalActBodies['reply.published'].extend({
  /** For imports: the key of the reply. */
  key: keySchema.optional(),
});

/** The institution's reasoned reply to one assessment, or to several that say the same. */
@Injectable()
export class PublishReply extends ProcedureAct<'reply.published', z.infer<typeof body>> {
  readonly name = 'reply.published';
  readonly body = body;

  protected async payload(
    { key, assessments, outcome, reason }: z.infer<typeof body>,
    { context, table }: Scene,
  ): Promise<ActPayloads['reply.published']> {
    return { key: await takeKey(context.manager, 'reply', table, key), assessments, outcome, reason };
  }
}
