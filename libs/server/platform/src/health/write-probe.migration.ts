import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Something to write on that means nothing: the health check sets it to see whether the database still takes it. */
export class WriteProbe1764000002070 implements MigrationInterface {
  readonly name = 'WriteProbe1764000002070';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create sequence platform_write_probe maxvalue 2;
      grant update on sequence platform_write_probe to tavolo_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop sequence platform_write_probe');
  }
}
