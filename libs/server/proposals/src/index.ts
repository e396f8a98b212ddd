export { AcceptAmendment } from './amendments/accept-amendment.act.js';
export { ProposeAmendment } from './amendments/propose-amendment.act.js';
export { RejectAmendment } from './amendments/reject-amendment.act.js';
export { WithdrawAmendment } from './amendments/withdraw-amendment.act.js';
export {
  announceOnProposal,
  ProposalAct,
  recordOnProposal,
  streamOf,
  words,
  type ActedOn,
  type Said,
  type Scene,
} from './acts/proposal-act.js';
export { takeKey } from './keys/key-sequence.repository.js';
export { JointProposals, type JointText } from './joint/joint-proposals.js';
export { frozenVersion } from './joint/received-text.repository.js';
export { proposalsMigrations } from './migrations/index.js';
export { ungovernedProposalTables } from './migrations/create-reminders.migration.js';
export {
  findMandate,
  insertMandate,
  mandateInForce,
  mandatesOf,
  saveMandate,
  undecidedUnder,
  unreportedUnder,
  type MandateRow,
} from './mandates/mandate-store.repository.js';
export {
  findProposal,
  retellProcedure,
  saveProcedure,
  type ProposalState,
} from './procedures/procedure-store.repository.js';
export { ProposalFinder } from './procedures/proposal-finder.reader.js';
export { proposalsRecords } from './records/index.js';
export { DraftProposal } from './text/draft-proposal.act.js';
export { RetitleProposal } from './text/retitle-proposal.act.js';
export { SharedTexts, type LiveText, type StoppedText } from './text/shared-texts.js';
export { TextFreezer } from './text/text-freezer.js';
export { TranslateVersion } from './text/translate-version.act.js';
export { ProposalsModule } from './proposals.module.js';
export { at, ProposalRows, summaryOf, type ProposalRow, type WholeProposal } from './reading/proposal-rows.reader.js';
export { ProposalViewReader } from './reading/proposal-view.reader.js';
export {
  blockersAt,
  findModeChange,
  insertModeChange,
  modeChangesAt,
  saveModeChange,
  type ModeChangeRow,
} from './mode-changes/mode-change-store.repository.js';
export { ModeChangeViewReader } from './mode-changes/mode-change-view.reader.js';
export { MandateViewReader } from './mandates/mandate-view.reader.js';
export { mayRead } from './reading/readership.js';
export { DocumentLog } from './writing/document-log.repository.js';
export { TextImport, type ImportedText } from './writing/text-import.js';
export { RevisionRecorder } from './writing/revision-recorder.service.js';
