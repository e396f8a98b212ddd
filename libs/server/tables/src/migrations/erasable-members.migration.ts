import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** A pseudonym stays when the person behind it is erased. */
export class ErasableMembers1764000200002 implements MigrationInterface {
  name = 'ErasableMembers1764000200002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table tables_member alter column person_id drop not null');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table tables_member alter column person_id set not null');
  }
}
