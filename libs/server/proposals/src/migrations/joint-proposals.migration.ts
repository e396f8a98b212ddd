import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** In whose name a joint proposal was handed in. */
export class JointProposals1764000300050 implements MigrationInterface {
  name = 'JointProposals1764000300050';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table proposal add column joint jsonb');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table proposal drop column joint');
  }
}
