import { Injectable } from '@nestjs/common';
import { proposalActBodies, wordsSchema } from '@tavolo/contracts';
import { type Words } from '@tavolo/kernel';
import { type z } from 'zod';
import { ProposalAct, recordOnProposal, words, type Scene } from '../acts/proposal-act.js';
import { touchProposal, type ProposalState } from '../procedures/procedure-store.repository.js';
import { refuseAnswering } from './amendment-rules.js';
import { amendmentOf, settleAmendment } from './amendment.repository.js';

const body = proposalActBodies['amendment.rejected'].extend({
  /** For imports: the reason in further languages. */
  translations: wordsSchema.optional(),
});

/** The sponsors do not take a change over, and say why. */
@Injectable()
export class RejectAmendment extends ProposalAct<z.infer<typeof body>> {
  readonly name = 'amendment.rejected';
  readonly body = body;

  protected async perform(command: z.infer<typeof body>, scene: Scene): Promise<ProposalState> {
    const { context, proposal, composition, actor } = scene;
    const amendment = await amendmentOf(context.manager, proposal.id, command.amendment);
    refuseAnswering(proposal.procedure, actor, composition, amendment, this.name);
    const reason = { ...command.translations, [proposal.language]: command.reason } as Words;
    await settleAmendment(context.manager, amendment.key, { outcome: 'rejected', reason });
    recordOnProposal(scene, this.name, {
      data: { amendment: amendment.key },
      disclosures: words('reason', command.reason, scene),
    });
    return touchProposal(context.manager, proposal, context.now);
  }
}
