import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Changes of the rules, which a table drafts, votes on and adopts (domain.md section 1, rows 11 and 22). */
export class RulebookChanges1764000200060 implements MigrationInterface {
  name = 'RulebookChanges1764000200060';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table tables_rulebook_change (
        id uuid primary key,
        table_id uuid not null references tables_table,
        key text not null,
        body jsonb not null,
        revision integer not null check (revision > 0),
        created_at timestamptz not null,
        unique (table_id, key))`);
    await runner.query(`select audit.grant_app('tables_rulebook_change')`);
    await runner.query(`select audit.guard('tables_rulebook_change')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table tables_rulebook_change');
  }
}
