import { type MigrationInterface, type QueryRunner } from 'typeorm';

/**
 * The sequencer has a login of its own, so the application's must no longer be able to become `tavolo_sequencer`: takes
 * back what databases of earlier versions granted. Roles belong to the whole server: from here on no installation on it
 * works with an earlier version. What somebody else granted the owner may not be able to take back; a start then warns
 * (`checkLogins`).
 */
export class SequencerLogin1764000002060 implements MigrationInterface {
  readonly name = 'SequencerLogin1764000002060';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      do $$
      declare given text;
      begin
        for given in
          select grantor::regrole::text from pg_auth_members
          where roleid = 'tavolo_sequencer'::regrole and member = 'tavolo_app'::regrole
        loop
          begin
            if current_setting('server_version_num')::int >= 160000 then
              execute format('revoke tavolo_sequencer from tavolo_app granted by %s', given);
            else
              revoke tavolo_sequencer from tavolo_app;
            end if;
          exception
            when insufficient_privilege then null;
            when internal_error then null; -- another database of the server took it back just now
          end;
        end loop;
      end $$;
      revoke usage on schema public from tavolo_sequencer;
    `);
  }

  /** What was taken back is not given again: no version since has a use for it. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query('grant usage on schema public to tavolo_sequencer');
  }
}
