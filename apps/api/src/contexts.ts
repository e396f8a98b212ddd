import type { MigrationClass, RecordClass } from '@tavolo/server-platform';

/** The records of all contexts, inner contexts first. */
export const records: readonly RecordClass[] = [];

/** The migrations of all contexts; they run in the order of the digits in their names. */
export const migrations: readonly MigrationClass[] = [];
