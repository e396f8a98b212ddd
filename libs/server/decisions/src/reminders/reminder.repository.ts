import { type Instant } from '@tavolo/kernel';
import { Injectable } from '@nestjs/common';
import { Mail, type Letter } from '@tavolo/server-platform';
import { DataSource } from 'typeorm';

/** One deadline of one person. */
export interface Reminder {
  readonly person: string;
  /** Key of the proposal. */
  readonly proposal: string;
  readonly dueAt: Instant;
}

/** Which tables have deadlines soon, and who has been reminded of what. */
@Injectable()
export class ReminderRepository {
  constructor(
    private readonly database: DataSource,
    private readonly mail: Mail,
  ) {}

  /** Ids of the tables on which something falls due after `from`, at `to` at the latest. */
  async tablesWithDeadlines(from: Instant, to: Instant): Promise<string[]> {
    // Texts of instants sort as the instants do.
    const rows = await this.database.query<{ table: string }[]>(
      `select distinct p.table_id as "table" from proposal p join proposal_procedure pp on pp.proposal_id = p.id
       where (pp.next_due > $1::timestamptz and pp.next_due <= $2::timestamptz)
          or (pp.value ->> 'deadline' > $3 and pp.value ->> 'deadline' <= $4)`,
      [from, to, from, to],
    );
    return rows.map(({ table }) => table);
  }

  /** Sends the letter unless she has been reminded of this deadline, by whichever process and however long ago; says whether it did. */
  async remindOnce({ person, proposal, dueAt }: Reminder, letter: Letter): Promise<boolean> {
    return this.database.transaction(async (manager) => {
      const rows = await manager.query<unknown[]>(
        `insert into proposal_reminder (person_id, proposal, due_at) values ($1, $2, $3)
         on conflict do nothing returning 1`,
        [person, proposal, dueAt],
      );
      if (rows.length === 0) return false;
      await this.mail.send(letter, manager);
      return true;
    });
  }

  /** Forgets the reminders of deadlines that passed before `before`. */
  async forget(before: Instant): Promise<void> {
    await this.database.query('delete from proposal_reminder where due_at < $1', [before]);
  }
}
