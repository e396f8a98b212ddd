import { Controller } from '@nestjs/common';
import { proposalsRoutes, type HistoryEntry, type ProposalView, type VersionView } from '@tavolo/contracts';
import {
  ActRunner,
  CurrentWho,
  Handles,
  IdempotencyKey,
  Input,
  NotAllowed,
  type InputOf,
  type Who,
} from '@tavolo/server-platform';
import { HistoryReader } from '../reading/history.reader.js';
import { ProposalViewReader } from '../reading/proposal-view.reader.js';
import { DraftProposal } from '../text/draft-proposal.act.js';

/** Proposals: beginning one, reading it, its versions, who wrote what. */
@Controller()
export class ProposalsController {
  constructor(
    private readonly runner: ActRunner,
    private readonly drafting: DraftProposal,
    private readonly views: ProposalViewReader,
    private readonly histories: HistoryReader,
  ) {}

  @Handles(proposalsRoutes.draft)
  async draft(
    @Input() { params, body }: InputOf<typeof proposalsRoutes.draft>,
    @CurrentWho() who: Who,
    @IdempotencyKey() idempotencyKey?: string,
  ): Promise<ProposalView> {
    const { proposal } = await this.runner.run(this.drafting, { ...body, ...params }, who, { idempotencyKey });
    return this.views.view(who, proposal);
  }

  @Handles(proposalsRoutes.proposal)
  proposal(
    @Input() { params }: InputOf<typeof proposalsRoutes.proposal>,
    @CurrentWho() who: Who,
  ): Promise<ProposalView> {
    return this.views.view(who, params.proposal);
  }

  @Handles(proposalsRoutes.version)
  version(@Input() { params }: InputOf<typeof proposalsRoutes.version>, @CurrentWho() who: Who): Promise<VersionView> {
    return this.views.version(who, params.proposal, params.n);
  }

  @Handles(proposalsRoutes.history)
  async history(
    @Input() { params }: InputOf<typeof proposalsRoutes.history>,
    @CurrentWho() who: Who,
  ): Promise<HistoryEntry[]> {
    const { proposal, standing } = await this.views.find(who, params.proposal);
    if (!standing.actor && !standing.me.administrator) throw new NotAllowed('member');
    return this.histories.of(proposal.id);
  }
}
