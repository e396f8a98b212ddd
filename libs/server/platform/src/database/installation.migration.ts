import { type MigrationInterface, type QueryRunner } from 'typeorm';

/**
 * One row saying what this database is for (see `installation.ts`). Only the owner writes it, once, when the database is
 * first used: it is not an act of anybody, and no entry of the log goes with it.
 */
export class CreateInstallation1764000000500 implements MigrationInterface {
  readonly name = 'CreateInstallation1764000000500';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table installation (
        only_row boolean primary key default true check (only_row),
        mode text not null check (mode in ('demo', 'production', 'development', 'test')),
        created_at timestamptz not null default clock_timestamp());
      grant select on installation to tavolo_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table installation');
  }
}
