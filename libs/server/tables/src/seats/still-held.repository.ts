import { type TableRole } from '@tavolo/governance';
import { IsNull, type EntityManager } from 'typeorm';
import { TableRoleRecord } from '../records/table-role.record.js';

/** The role as it is held now; `null` when it is not. */
export const stillHeld = (
  manager: EntityManager,
  table: string,
  role: TableRole,
  member: string,
): Promise<TableRoleRecord | null> => manager.findOneBy(TableRoleRecord, { table, role, member, to: IsNull() });
