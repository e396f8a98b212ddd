import { type TableRole } from '@tavolo/governance';
import { type Instant } from '@tavolo/kernel';
import { IsNull, type EntityManager } from 'typeorm';
import { TableRoleRecord } from '../records/table-role.record.js';

/** Ends the role at that moment; `false` when it is not held, or when somebody else has ended it at the same time. */
export async function endHeld(
  manager: EntityManager,
  held: { readonly table: string; readonly role: TableRole; readonly member: string },
  at: Instant,
): Promise<boolean> {
  const { affected } = await manager.update(TableRoleRecord, { ...held, to: IsNull() }, { to: at });
  return affected === 1;
}
