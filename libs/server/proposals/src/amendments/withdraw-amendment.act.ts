import { Injectable } from '@nestjs/common';
import { proposalActBodies } from '@tavolo/contracts';
import { type z } from 'zod';
import { ProposalAct, recordOnProposal, type Scene } from '../acts/proposal-act.js';
import { touchProposal, type ProposalState } from '../procedures/procedure-store.repository.js';
import { refuseWithdrawing } from './amendment-rules.js';
import { amendmentOf, settleAmendment } from './amendment.repository.js';

const body = proposalActBodies['amendment.withdrawn'];

/** Who asked for a change does so no longer. */
@Injectable()
export class WithdrawAmendment extends ProposalAct<z.infer<typeof body>> {
  readonly name = 'amendment.withdrawn';
  readonly body = body;

  protected async perform({ amendment: key }: z.infer<typeof body>, scene: Scene): Promise<ProposalState> {
    const { context, proposal, actor } = scene;
    const amendment = await amendmentOf(context.manager, proposal.id, key);
    refuseWithdrawing(proposal.procedure, actor, amendment);
    await settleAmendment(context.manager, key, { outcome: 'withdrawn', reason: null });
    recordOnProposal(scene, this.name, { data: { amendment: key } });
    return touchProposal(context.manager, proposal, context.now);
  }
}
