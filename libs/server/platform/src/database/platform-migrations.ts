import { AuditCompleteness1764000002000 } from '../audit/schema/audit-completeness.migration.js';
import { AuditSchema1764000000000 } from '../audit/schema/audit-schema.migration.js';
import { PrivateSpaces1764000002050 } from '../audit/schema/private-spaces.migration.js';
import { SequencerLogin1764000002060 } from '../audit/schema/sequencer-login.migration.js';
import { PlatformTables1764000001000 } from '../acts/schema/platform-tables.migration.js';
import { WriteProbe1764000002070 } from '../health/write-probe.migration.js';
import { CreateInstallation1764000000500 } from './installation.migration.js';

/** What every database of Tavolo has before the contexts add theirs. */
export const platformMigrations = [
  AuditSchema1764000000000,
  CreateInstallation1764000000500,
  PlatformTables1764000001000,
  AuditCompleteness1764000002000,
  PrivateSpaces1764000002050,
  SequencerLogin1764000002060,
  WriteProbe1764000002070,
] as const;
