import { type EntityManager } from 'typeorm';
import { MemberRecord } from '../records/member.record.js';

/**
 * Enters a pseudonym. When another transaction has just given that person one at that table, PostgreSQL answers 40001 (the
 * transaction is REPEATABLE READ and cannot see the other's row), and the act is run again and finds it.
 */
export async function insertMember(
  manager: EntityManager,
  member: Pick<MemberRecord, 'id' | 'table' | 'person' | 'sector' | 'organisation' | 'joinedAt'>,
): Promise<void> {
  await manager.createQueryBuilder().insert().into(MemberRecord).values(member).orIgnore().execute();
}
