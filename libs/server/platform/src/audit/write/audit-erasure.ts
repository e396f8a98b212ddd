import { type EntityManager } from 'typeorm';

/**
 * Deletes disclosures (audit-log.md 6). Call it inside an act that records what was erased: the database refuses an erasure
 * without an entry of the same transaction. The log and every earlier bundle still verify.
 */
export class AuditErasure {
  /** Deletes what is kept about a person in one log, and destroys her key there. Returns the number of disclosures. */
  async eraseSubject(manager: EntityManager, space: string, subject: string): Promise<number> {
    const [row] = await manager.query<{ erased: number }[]>('select audit.erase_subject($1, $2) as erased', [
      space,
      subject,
    ]);
    return row?.erased ?? 0;
  }

  /** Deletes one disclosure by its digest, for free text about third persons. False when there was none. */
  async eraseDisclosure(manager: EntityManager, digest: string): Promise<boolean> {
    const [row] = await manager.query<{ erased: number }[]>('select audit.erase_disclosure($1) as erased', [digest]);
    return row?.erased === 1;
  }
}
