import { Injectable } from '@nestjs/common';
import { proposalActBodies } from '@tavolo/contracts';
import { type ActPayloads } from '@tavolo/governance';
import { type z } from 'zod';
import { ProcedureAct } from '../acts/procedure-act.js';

const body = proposalActBodies['consultation.followed_up'];

/** What has become of the decision. */
@Injectable()
export class FollowUpConsultation extends ProcedureAct<'consultation.followed_up', z.infer<typeof body>> {
  readonly name = 'consultation.followed_up';
  readonly body = body;

  protected payload({ text }: z.infer<typeof body>): ActPayloads['consultation.followed_up'] {
    return { text };
  }
}
