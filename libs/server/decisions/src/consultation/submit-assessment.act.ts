import { Injectable } from '@nestjs/common';
import { keySchema, proposalActBodies } from '@tavolo/contracts';
import { type ActPayloads } from '@tavolo/governance';
import { takeKey, type Scene } from '@tavolo/server-proposals';
import { type z } from 'zod';
import { ProcedureAct } from '../acts/procedure-act.js';

const body = proposalActBodies['assessment.submitted'].extend({
  /** For imports: the key of the assessment. */
  key: keySchema.optional(),
});

/** What a seat thinks of the text: favourable, conditional, contrary, none; contrary and conditional with a reason. */
@Injectable()
export class SubmitAssessment extends ProcedureAct<'assessment.submitted', z.infer<typeof body>> {
  readonly name = 'assessment.submitted';
  readonly body = body;

  protected async payload(
    { key, position, clause, reason, condition }: z.infer<typeof body>,
    { context, table, proposal: { procedure }, actor }: Scene,
  ): Promise<ActPayloads['assessment.submitted']> {
    const given =
      procedure.mode === 'consultation' ? procedure.assessments.find(({ seat }) => seat === actor.seat) : undefined;
    // A seat has one assessment; one that it changes keeps its key.
    const own = given?.key ?? (await takeKey(context.manager, 'assessment', table, key));
    return { key: own, position, clause, reason, condition };
  }
}
