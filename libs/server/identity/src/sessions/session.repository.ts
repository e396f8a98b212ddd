import { Injectable } from '@nestjs/common';
import { type Instant } from '@tavolo/kernel';
import { DataSource, In, LessThan, Not, type EntityManager } from 'typeorm';
import { SessionRecord } from '../records/session.record.js';
import { idleLimit } from './session-life.js';
import { plusMillis } from '@tavolo/kernel';

/** Reads and ends sessions. */
@Injectable()
export class SessionRepository {
  constructor(private readonly database: DataSource) {}

  byTokenHash(tokenHash: Buffer): Promise<SessionRecord | null> {
    return this.database.manager.findOneBy(SessionRecord, { tokenHash });
  }

  /** Moves `lastSeenAt`. */
  async seen(id: string, now: Instant): Promise<void> {
    await this.database.manager.update(SessionRecord, { id }, { lastSeenAt: now });
  }

  /** Sessions of a person, the most recently used first. */
  ofPerson(person: string, manager: EntityManager = this.database.manager): Promise<SessionRecord[]> {
    return manager.find(SessionRecord, { where: { person }, order: { lastSeenAt: 'DESC' } });
  }

  /** Removes sessions of `person`: those of `ids`, or all but `except`. Returns the ids that were there. */
  async remove(
    manager: EntityManager,
    person: string,
    which: { ids: readonly string[] } | { except: string | null },
  ): Promise<string[]> {
    const id = 'ids' in which ? In(which.ids) : which.except === null ? undefined : Not(which.except);
    const found = await manager.findBy(SessionRecord, { person, ...(id === undefined ? {} : { id }) });
    if (found.length > 0) await manager.delete(SessionRecord, { id: In(found.map((session) => session.id)) });
    return found.map((session) => session.id).sort();
  }

  /** Forgets sessions that ended by themselves. */
  async removeExpired(now: Instant): Promise<void> {
    await this.database.manager.delete(SessionRecord, [
      { expiresAt: LessThan(now) },
      { lastSeenAt: LessThan(plusMillis(now, -idleLimit)) },
    ]);
  }
}
