import { Injectable } from '@nestjs/common';
import { proposalActBodies, wordsSchema } from '@tavolo/contracts';
import { type Words } from '@tavolo/kernel';
import { DomainRefusal } from '@tavolo/server-platform';
import { type z } from 'zod';
import { ProposalAct, recordOnProposal, words, type Scene } from '../acts/proposal-act.js';
import { touchProposal, type ProposalState } from '../procedures/procedure-store.repository.js';

const body = proposalActBodies['proposal.retitled'].extend({
  /** For imports: the title in further languages. */
  translations: wordsSchema.optional(),
});

/** Gives a draft another title. A sponsor may; later the title is part of what others answered to. */
@Injectable()
export class RetitleProposal extends ProposalAct<z.infer<typeof body>> {
  readonly name = 'proposal.retitled';
  readonly body = body;

  protected async perform({ title, translations }: z.infer<typeof body>, scene: Scene): Promise<ProposalState> {
    const { context, proposal, actor } = scene;
    const { stage, sponsors } = proposal.procedure;
    if (stage !== 'draft') {
      throw new DomainRefusal(
        { code: 'wrong_stage', rule: '2.3 draft', params: { stage, act: this.name } },
        { status: 409 },
      );
    }
    if (!sponsors.includes(actor.member)) {
      throw new DomainRefusal(
        { code: 'not_your_role', rule: '2.2 Proposes', params: { needed: ['sponsor'] } },
        { status: 403 },
      );
    }
    recordOnProposal(scene, this.name, { disclosures: words('title', title, scene) });
    const titled = { ...translations, [proposal.language]: title } as Words;
    return touchProposal(context.manager, proposal, context.now, { title: titled });
  }
}
