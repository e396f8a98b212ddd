import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** What the platform keeps beside the log: outcomes of acts under an idempotency key, mails, the clock of the demonstration. */
export class PlatformTables1764000001000 implements MigrationInterface {
  readonly name = 'PlatformTables1764000001000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table platform_act_outcome (
        owner text collate "C" not null,
        key uuid not null,
        act text not null,
        command_hash bytea not null,
        entry_id uuid not null,
        outcome jsonb not null,
        at timestamptz not null default clock_timestamp(),
        primary key (owner, key));
      create index platform_act_outcome_at on platform_act_outcome (at);

      create table platform_mail (
        id uuid primary key,
        recipient text not null,
        subject text not null,
        body_text text not null,
        body_html text,
        language text not null,
        at timestamptz not null,
        attempts int not null default 0,
        next_attempt_at timestamptz,
        last_error text);
      create index platform_mail_due on platform_mail (next_attempt_at) where next_attempt_at is not null;

      create table platform_clock (
        only_row boolean primary key default true check (only_row),
        offset_ms bigint not null);
      select audit.guard('platform_clock');
      select audit.grant_app('platform_act_outcome');
      select audit.grant_app('platform_mail');
      select audit.grant_app('platform_clock');

      create function audit.migrations_run() returns setof text
        language plpgsql security definer set search_path = public, pg_temp as $$
      begin
        return query select migration.name::text from public.migration;
      end $$;
      revoke execute on function audit.migrations_run() from public;
      grant execute on function audit.migrations_run() to tavolo_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function audit.migrations_run();
      drop table platform_clock, platform_mail, platform_act_outcome;
    `);
  }
}
