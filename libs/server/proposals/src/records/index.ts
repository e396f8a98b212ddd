import { AmendmentRecord } from './amendment.record.js';
import { DocumentClientRecord } from './document-client.record.js';
import { DocumentSnapshotRecord } from './document-snapshot.record.js';
import { DocumentUpdateRecord } from './document-update.record.js';
import { KeySequenceRecord } from './key-sequence.record.js';
import { MandateRecord } from './mandate.record.js';
import { ModeChangeRecord } from './mode-change.record.js';
import { ProposalProcedureRecord } from './proposal-procedure.record.js';
import { ProposalVersionRecord } from './proposal-version.record.js';
import { ProposalRecord } from './proposal.record.js';

export const proposalsRecords = [
  ProposalRecord,
  ProposalProcedureRecord,
  ProposalVersionRecord,
  AmendmentRecord,
  KeySequenceRecord,
  MandateRecord,
  ModeChangeRecord,
  DocumentUpdateRecord,
  DocumentSnapshotRecord,
  DocumentClientRecord,
];
