import { Injectable } from '@nestjs/common';
import { ProposalAct, saveProcedure, TextFreezer, type ProposalState, type Scene } from '@tavolo/server-proposals';
import { TablePolicy } from '@tavolo/server-tables';
import { z } from 'zod';
import { decide, saidOf } from '../acts/procedure-act.js';
import { recordConsequences, upToDate } from '../recording/consequences.js';

const body = z.object({});

/** The facilitator stops writing and freezes the text as a version. On a settled text this goes back to negotiation and voids open ballots. */
@Injectable()
export class FreezeText extends ProposalAct<z.infer<typeof body>> {
  readonly name = 'proposal.frozen';
  readonly body = body;

  constructor(
    policy: TablePolicy,
    private readonly freezer: TextFreezer,
  ) {
    super(policy);
  }

  protected async perform(_body: z.infer<typeof body>, scene: Scene): Promise<ProposalState> {
    const current = upToDate(scene);
    // Refuses before anybody is stopped in the middle of a word.
    decide(current, this.name, { text: await this.freezer.preview(current) });
    const text = await this.freezer.freeze(current, (frozen) => saidOf(current, this.name, { text: frozen }));
    const decided = decide(current, this.name, { text });
    recordConsequences(current, decided);
    return saveProcedure(current.context.manager, current.proposal, decided.procedure, current.context.now);
  }
}
