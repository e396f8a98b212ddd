import { Injectable } from '@nestjs/common';
import { proposalActBodies } from '@tavolo/contracts';
import { type z } from 'zod';
import { ProposalAct, recordOnProposal, type Scene } from '../acts/proposal-act.js';
import { touchProposal, type ProposalState } from '../procedures/procedure-store.repository.js';
import { refuseAnswering } from './amendment-rules.js';
import { amendmentOf, settleAmendment } from './amendment.repository.js';

const body = proposalActBodies['amendment.accepted'];

/** The sponsors take a change over; the words are then written into the shared text like any others. */
@Injectable()
export class AcceptAmendment extends ProposalAct<z.infer<typeof body>> {
  readonly name = 'amendment.accepted';
  readonly body = body;

  protected async perform({ amendment: key }: z.infer<typeof body>, scene: Scene): Promise<ProposalState> {
    const { context, proposal, composition, actor } = scene;
    const amendment = await amendmentOf(context.manager, proposal.id, key);
    refuseAnswering(proposal.procedure, actor, composition, amendment, this.name);
    await settleAmendment(context.manager, key, { outcome: 'accepted', reason: null });
    recordOnProposal(scene, this.name, { data: { amendment: key } });
    return touchProposal(context.manager, proposal, context.now);
  }
}
