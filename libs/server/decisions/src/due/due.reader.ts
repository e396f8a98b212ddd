import { type Instant } from '@tavolo/kernel';
import { DataSource, type QueryRunner } from 'typeorm';
import { Injectable } from '@nestjs/common';

/** Advisory lock of whoever records what is due. */
export const dueLock = 7_126_400_341;

/** Which proposals the clock has changed, and the lock under which one process at a time records it. */
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

  /** When something is due next after `now`, or `null`. */
  async nextAfter(now: Instant): Promise<Date | null> {
    const rows = await this.database.query<{ due: Date | null }[]>(
      `select min(next_due) as due from proposal_procedure where next_due > $1`,
      [now],
    );
    return rows[0]?.due ?? null;
  }

  /** Does `work` if no other process does it now; otherwise nothing. */
  async alone(work: () => Promise<void>): Promise<void> {
    const runner = this.database.createQueryRunner();
    try {
      await runner.connect();
      if (!(await took(runner))) return;
      try {
        await work();
      } finally {
        await runner.query('select pg_advisory_unlock($1)', [dueLock]);
      }
    } finally {
      await runner.release();
    }
  }
}

async function took({ manager }: QueryRunner): Promise<boolean> {
  const rows = await manager.query<{ took: boolean }[]>('select pg_try_advisory_lock($1) as took', [dueLock]);
  return rows[0]?.took === true;
}
