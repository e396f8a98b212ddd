import { type MigrationInterface, type QueryRunner } from 'typeorm';

/**
 * Tables that change without an entry, and why:
 * - `proposal_reminder`: of which deadline somebody has been reminded. A mail decides nothing, and whom it went to is nobody else's business.
 */
export const ungovernedProposalTables = ['proposal_reminder'] as const;

/** Who has been reminded of what: once for each person and deadline. */
export class CreateReminders1764000300070 implements MigrationInterface {
  name = 'CreateReminders1764000300070';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table proposal_reminder (
        person_id uuid not null references identity_person on delete cascade,
        proposal text not null,
        due_at timestamptz not null,
        primary key (person_id, proposal, due_at));
      create index proposal_reminder_due on proposal_reminder (due_at);
      select audit.grant_app('proposal_reminder');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table proposal_reminder');
  }
}
