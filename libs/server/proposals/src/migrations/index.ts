import { CreateMandates1764000300001 } from './create-mandates.migration.js';
import { CreateModeChanges1764000300060 } from './create-mode-changes.migration.js';
import { CreateProposals1764000300000 } from './create-proposals.migration.js';
import { CreateReminders1764000300070 } from './create-reminders.migration.js';
import { JointProposals1764000300050 } from './joint-proposals.migration.js';

/** Migrations of this context, oldest first. */
export const proposalsMigrations = [
  CreateProposals1764000300000,
  CreateMandates1764000300001,
  JointProposals1764000300050,
  CreateModeChanges1764000300060,
  CreateReminders1764000300070,
];
