import { type RulebookChange, type RulesOfTable } from '@tavolo/governance';
import { type Instant } from '@tavolo/kernel';
import { NotFound, uuid7 } from '@tavolo/server-platform';
import { type EntityManager } from 'typeorm';
import { RulebookChangeRecord } from '../records/rulebook-change.record.js';
import { RulebookRecord } from '../records/rulebook.record.js';
import { TableRecord } from '../records/table.record.js';

/** A change of the rules as it is kept. */
export type KeptChange = Pick<RulebookChangeRecord, 'key' | 'body' | 'revision' | 'createdAt'>;

/**
 * Lets one act at a time change the rules of a table: versions and keys are counted, and two confirmations at the same moment must not both
 * find the same version in force. The names of all versions that it has had.
 */
export async function versionsAlone(manager: EntityManager, table: string): Promise<RulesOfTable['had']> {
  await manager.findOneOrFail(TableRecord, { where: { id: table }, lock: { mode: 'pessimistic_write' } });
  const records = await manager.find(RulebookRecord, { where: { table }, order: { version: 'asc' } });
  return records.map(({ key, version }) => ({ key, version }));
}

/** The next key of a change at a table: `RC-2` after `RC-1`. Call it only after `versionsAlone`. */
export const nextChangeKey = async (manager: EntityManager, table: string): Promise<string> =>
  `RC-${(await manager.countBy(RulebookChangeRecord, { table })) + 1}`;

/** The change of that key. Throws `NotFound`. */
export async function changeOf(manager: EntityManager, table: string, key: string): Promise<KeptChange> {
  const record = await manager.findOneBy(RulebookChangeRecord, { table, key });
  if (!record) throw new NotFound('rulebook_change');
  return record;
}

/** Every change at a table, newest first. */
export const changesOf = (manager: EntityManager, table: string): Promise<KeptChange[]> =>
  manager.find(RulebookChangeRecord, { where: { table }, order: { createdAt: 'desc', id: 'desc' } });

export async function insertChange(
  manager: EntityManager,
  table: string,
  change: RulebookChange,
  now: Instant,
): Promise<void> {
  const { key } = change;
  const record = manager.create(RulebookChangeRecord, { id: uuid7(), table, key, revision: 1, createdAt: now });
  record.body = change;
  await manager.save(record);
}

export async function saveChange(manager: EntityManager, table: string, change: RulebookChange): Promise<void> {
  const record = await manager.findOneByOrFail(RulebookChangeRecord, { table, key: change.key });
  record.body = change;
  record.revision += 1;
  await manager.save(record);
}

/** What stands for the reason of somebody who was erased. */
const erased = '–';

/** Takes out what an erased member wrote at a table: the changes stay, with who stood for them. */
export async function forgetReasonsOf(manager: EntityManager, table: string, member: string): Promise<void> {
  for (const record of await manager.findBy(RulebookChangeRecord, { table })) {
    const { proposal, ended } = record.body;
    const wrote = proposal?.by === member || (ended?.by === member && ended.reason !== null);
    if (!wrote) continue;
    record.body = {
      ...record.body,
      proposal: proposal?.by === member ? { ...proposal, reason: erased } : proposal,
      ended: ended?.by === member && ended.reason !== null ? { ...ended, reason: erased } : ended,
    };
    await manager.save(record);
  }
}
