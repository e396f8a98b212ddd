import { Module } from '@nestjs/common';
import { ProposalsController } from './http/proposals.controller.js';
import { MandateViewReader } from './mandates/mandate-view.reader.js';
import { ModeChangeViewReader } from './mode-changes/mode-change-view.reader.js';
import { ProposalFinder } from './procedures/proposal-finder.reader.js';
import { HistoryReader } from './reading/history.reader.js';
import { ProposalRows } from './reading/proposal-rows.reader.js';
import { ProposalViewReader } from './reading/proposal-view.reader.js';
import { JointProposals } from './joint/joint-proposals.js';
import { DraftProposal } from './text/draft-proposal.act.js';
import { SharedTexts } from './text/shared-texts.js';
import { TextFreezer } from './text/text-freezer.js';
import { DocumentLog } from './writing/document-log.repository.js';
import { RecordRevision } from './writing/record-revision.act.js';
import { RevisionRecorder } from './writing/revision-recorder.service.js';
import { CollabGateway } from './writing/collab.gateway.js';
import { CollaborativeTexts } from './writing/collaborative-texts.js';
import { TextAccess } from './writing/text-access.js';
import { TextImport } from './writing/text-import.js';

/** Proposals and their texts. Needs `TablePolicy`, which the tables' module provides globally. */
@Module({
  controllers: [ProposalsController],
  providers: [
    DraftProposal,
    JointProposals,
    ProposalFinder,
    ProposalRows,
    ProposalViewReader,
    MandateViewReader,
    ModeChangeViewReader,
    HistoryReader,
    DocumentLog,
    RecordRevision,
    RevisionRecorder,
    TextFreezer,
    TextImport,
    TextAccess,
    CollaborativeTexts,
    { provide: SharedTexts, useExisting: CollaborativeTexts },
    CollabGateway,
  ],
  exports: [
    RevisionRecorder,
    TextImport,
    DraftProposal,
    JointProposals,
    ProposalFinder,
    ProposalRows,
    ProposalViewReader,
    MandateViewReader,
    ModeChangeViewReader,
    SharedTexts,
    TextFreezer,
    DocumentLog,
  ],
})
export class ProposalsModule {}
