import { NotFound } from '@tavolo/server-platform';
import { type EntityManager } from 'typeorm';
import { AmendmentRecord } from '../records/amendment.record.js';

/** An amendment of that proposal. Throws `NotFound` when there is none of that key, also when another proposal has one. */
export async function amendmentOf(manager: EntityManager, proposal: string, key: string): Promise<AmendmentRecord> {
  const amendment = await manager.findOneBy(AmendmentRecord, { key, proposal });
  if (!amendment) throw new NotFound('amendment', { amendment: key });
  return amendment;
}

/** Writes a new amendment. */
export async function insertAmendment(
  manager: EntityManager,
  amendment: Pick<AmendmentRecord, keyof AmendmentRecord>,
): Promise<void> {
  await manager.insert(AmendmentRecord, amendment);
}

/** Writes what became of an amendment. */
export async function settleAmendment(
  manager: EntityManager,
  key: string,
  settled: Pick<AmendmentRecord, 'outcome' | 'reason'>,
): Promise<void> {
  await manager.update(AmendmentRecord, { key }, settled);
}
