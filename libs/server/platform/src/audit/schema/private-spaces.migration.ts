import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Logs of private rooms: benches and coalitions. */
export class PrivateSpaces1764000002050 implements MigrationInterface {
  name = 'PrivateSpaces1764000002050';

  async up(runner: QueryRunner): Promise<void> {
    await this.#allow(runner, "'system', 'table', 'room'");
  }

  async down(runner: QueryRunner): Promise<void> {
    await this.#allow(runner, "'system', 'table'");
  }

  async #allow(runner: QueryRunner, kinds: string): Promise<void> {
    await runner.query(`alter table audit.space drop constraint space_kind_check`);
    await runner.query(`alter table audit.space add constraint space_kind_check check (kind in (${kinds}))`);
  }
}
