import { type Rulebook } from '@tavolo/governance';
import { DomainRefusal, uuid7, type ActContext } from '@tavolo/server-platform';
import { IsNull } from 'typeorm';
import { SeatRecord } from '../records/seat.record.js';
import { RulebookRecord } from '../records/rulebook.record.js';

/**
 * Puts a rulebook into force from now on; the one before stays as it was, with its end. Where it says which right the seats of the market
 * have, they have it from now on (domain.md section 1, row 25); open ballots keep their electorate. Refuses a version or a name that the table has had.
 */
export async function putInForce(
  { manager, now }: Pick<ActContext, 'manager' | 'now'>,
  table: string,
  rulebook: Rulebook,
): Promise<void> {
  const { key, version } = rulebook;
  const taken = await manager.existsBy(RulebookRecord, [
    { table, version },
    { table, key },
  ]);
  if (taken) {
    throw new DomainRefusal({ code: 'rulebook.version_taken', params: { key, version } }, { status: 409 });
  }
  await manager.update(RulebookRecord, { table, to: IsNull() }, { to: now });
  const record = manager.create(RulebookRecord, { id: uuid7(), table, key, version, from: now, to: null });
  record.body = rulebook;
  await manager.save(record);
  const { market: right } = rulebook;
  if (right !== undefined) await manager.update(SeatRecord, { table, sector: 'market' }, { right });
}
