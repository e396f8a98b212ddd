import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Who wants to be reminded by mail before something that is asked of her falls due: everybody, until she says otherwise. */
export class AddReminders1764000100050 implements MigrationInterface {
  name = 'AddReminders1764000100050';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table identity_person add column reminders boolean not null default true');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table identity_person drop column reminders');
  }
}
