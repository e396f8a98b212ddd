import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Changes of the mode of tables (governed: no change without an entry in the log). */
export class CreateModeChanges1764000300060 implements MigrationInterface {
  name = 'CreateModeChanges1764000300060';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table mode_change (
        id uuid primary key,
        key text not null constraint mode_change_key_unique unique,
        table_id uuid not null references tables_table,
        state text not null,
        next_due timestamptz(3),
        value jsonb not null,
        revision integer not null,
        created_at timestamptz(3) not null
      );
      create index mode_change_of_table on mode_change (table_id, created_at);
      create index mode_change_due on mode_change (next_due);
    `);
    await runner.query(`select audit.guard('mode_change')`);
    await runner.query(`select audit.grant_app('mode_change')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table mode_change');
  }
}
