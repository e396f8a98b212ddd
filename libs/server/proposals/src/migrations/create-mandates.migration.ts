import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Mandates of tables (governed: no change without an entry in the log), and which decisions were begun under them. */
export class CreateMandates1764000300001 implements MigrationInterface {
  name = 'CreateMandates1764000300001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table mandate (
        id uuid primary key,
        key text not null constraint mandate_key_unique unique,
        table_id uuid not null references tables_table,
        state text not null,
        next_due timestamptz(3),
        value jsonb not null,
        revision integer not null,
        created_at timestamptz(3) not null
      );
      create index mandate_of_table on mandate (table_id, created_at);
      create index mandate_due on mandate (next_due);
      create index proposal_procedure_under on proposal_procedure ((value #>> '{mandate,key}'))
        where mode = 'auto_administration';
    `);
    await runner.query(`select audit.guard('mandate')`);
    await runner.query(`select audit.grant_app('mandate')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index proposal_procedure_under');
    await runner.query('drop table mandate');
  }
}
