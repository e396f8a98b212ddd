import { advanceModeChange, type Mandate, type ModeChangeConsequence } from '@tavolo/governance';
import { instant, type Instant } from '@tavolo/kernel';
import { blockersAt, findMandate, findModeChange } from '@tavolo/server-proposals';
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

  /** Keys of changes of mode for which something may be due at `now`, longest due first; an open ballot may still keep one from taking effect. */
  async modeChangesDueAt(now: Instant, most = 200): Promise<string[]> {
    const rows = await this.database.query<{ key: string }[]>(
      `select key from mode_change where next_due <= $1 order by next_due limit $2`,
      [now, most],
    );
    return rows.map(({ key }) => key);
  }

  /** What the clock has brought about for the change of mode of that key, the first of it; `null` when nothing. */
  async firstOfModeChange(key: string, now: Instant): Promise<ModeChangeConsequence | null> {
    const { manager } = this.database;
    const row = await findModeChange(manager, key);
    const blockers = row ? await blockersAt(manager, row, now) : [];
    return (row && advanceModeChange(row.change, now, blockers).consequences[0]) ?? null;
  }

  /** The mandate of that key as it was last recorded, or `null`. */
  async mandate(key: string): Promise<Mandate | null> {
    return (await findMandate(this.database.manager, key))?.mandate ?? null;
  }

  /** When something is due next after `now`, or `null`. */
  async nextAfter(now: Instant): Promise<Instant | null> {
    const rows = await this.database.query<{ due: Date | null }[]>(
      `select min(next_due) as due
       from (select next_due from proposal_procedure union all select next_due from mandate
             union all select next_due from mode_change) as all_due
       where next_due > $1`,
      [now],
    );
    const due = rows[0]?.due ?? null;
    return due === null ? null : instant(due);
  }
}
