import { AccountRecord } from './account.record.js';
import { InvitationOpeningRecord } from './invitation-opening.record.js';
import { InvitationRecord } from './invitation.record.js';
import { PersonRecord } from './person.record.js';
import { ResetLinkRecord } from './reset-link.record.js';
import { SessionRecord } from './session.record.js';
import { SetUpCodeRecord } from './set-up-code.record.js';

/** Every record of this context, for the data source. */
export const identityRecords = [
  PersonRecord,
  AccountRecord,
  SessionRecord,
  ResetLinkRecord,
  InvitationRecord,
  InvitationOpeningRecord,
  SetUpCodeRecord,
];
