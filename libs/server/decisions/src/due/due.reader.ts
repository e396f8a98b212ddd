import { type Mandate } from '@tavolo/governance';
import { instant, type Instant } from '@tavolo/kernel';
import { findMandate } from '@tavolo/server-proposals';
import { DataSource } from 'typeorm';
import { Injectable } from '@nestjs/common';

/** Which proposals and mandates the clock has changed. */
@Injectable()
export class DueReader {
  constructor(private readonly database: DataSource) {}

  /** Ids of proposals for which something is due at `now`, longest due first. */
  async dueAt(now: Instant, most = 200): Promise<string[]> {
    const rows = await this.database.query<{ id: string }[]>(
      `select proposal_id as id from proposal_procedure where next_due <= $1 order by next_due limit $2`,
      [now, most],
    );
    return rows.map(({ id }) => id);
  }

  /** Keys of mandates for which something is due at `now`, longest due first. */
  async mandatesDueAt(now: Instant, most = 200): Promise<string[]> {
    const rows = await this.database.query<{ key: string }[]>(
      `select key from mandate where next_due <= $1 order by next_due limit $2`,
      [now, most],
    );
    return rows.map(({ key }) => key);
  }

  /** The mandate of that key as it was last recorded, or `null`. */
  async mandate(key: string): Promise<Mandate | null> {
    return (await findMandate(this.database.manager, key))?.mandate ?? null;
  }

  /** When something is due next after `now`, or `null`. */
  async nextAfter(now: Instant): Promise<Instant | null> {
    const rows = await this.database.query<{ due: Date | null }[]>(
      `select min(next_due) as due
       from (select next_due from proposal_procedure union all select next_due from mandate) as all_due
       where next_due > $1`,
      [now],
    );
    const due = rows[0]?.due ?? null;
    return due === null ? null : instant(due);
  }
}
