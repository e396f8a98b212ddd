import { identityMigrations, identityRecords } from '@tavolo/server-identity';
import { proposalsMigrations, proposalsRecords } from '@tavolo/server-proposals';
import type { MigrationClass, RecordClass } from '@tavolo/server-platform';
import { tablesMigrations, tablesRecords } from '@tavolo/server-tables';

/** The records of all contexts, inner contexts first. */
export const records: readonly RecordClass[] = [...identityRecords, ...tablesRecords, ...proposalsRecords];

/** The migrations of all contexts; they run in the order of the digits in their names. */
export const migrations: readonly MigrationClass[] = [
  ...identityMigrations,
  ...tablesMigrations,
  ...proposalsMigrations,
];
