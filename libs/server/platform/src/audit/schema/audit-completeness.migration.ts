import { type MigrationInterface, type QueryRunner } from 'typeorm';

/**
 * Makes the database refuse every commit after which an entry could stay out of its log (audit-log.md 3.3, 3.5):
 *
 * - an entry commits only together with its pending row, in the same log, and chained to the entry before it in its stream;
 * - a pending row is written only in the transaction of its entry, and deleted only when the entry is a leaf of its log;
 * - a governed table changes only together with an entry that is on its way into a log;
 * - a tile only grows.
 *
 * Refusals are 23514 where something is missing, 42501 where something is taken away. The rules hold for every role, so
 * also for `tavolo_sequencer`.
 */
export class AuditCompleteness1764000002000 implements MigrationInterface {
  readonly name = 'AuditCompleteness1764000002000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statements of [guarding, entries, pending, tiles]) await runner.query(statements);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(formerGuarding);
    await runner.query(`
      drop function audit.require_pending() cascade;
      drop function audit.require_own_entry() cascade;
      drop function audit.require_leaf() cascade;
      drop function audit.only_extend() cascade;
      drop trigger no_delete on audit.tile;
    `);
  }
}

const guarding = `
create or replace function audit.require_entry() returns trigger
  language plpgsql security definer set search_path = audit, pg_temp as $$
begin
  if not exists (
    select from audit.entry join audit.pending on pending.entry_id = entry.id
    where entry.xid = pg_current_xact_id()) then
    raise exception 'audit: % on % without an audit entry', tg_op, tg_table_name using errcode = '23514';
  end if;
  return null;
end $$;`;

const formerGuarding = `
create or replace function audit.require_entry() returns trigger
  language plpgsql security definer set search_path = audit, pg_temp as $$
begin
  if not exists (select 1 from audit.entry where xid = pg_current_xact_id()) then
    raise exception 'audit: % on % without an audit entry', tg_op, tg_table_name using errcode = '23514';
  end if;
  return null;
end $$;`;

const entries = `
create function audit.require_pending() returns trigger
  language plpgsql security definer set search_path = audit, pg_temp as $$
begin
  if not exists (select from audit.pending where entry_id = new.id and space_id = new.space_id) then
    raise exception 'audit: entry % is not on its way into its log', new.id using errcode = '23514';
  end if;
  if new.sv > 1 and not exists (
    select from audit.entry as before
    where before.space_id = new.space_id and before.stream = new.stream and before.sv = new.sv - 1
      and encode(before.leaf_hash, 'base64') = audit.leaf_member(new.leaf, 'prev')) then
    raise exception 'audit: entry % is not chained to the one before it', new.id using errcode = '23514';
  end if;
  return null;
end $$;
create constraint trigger must_be_pending after insert on audit.entry
  deferrable initially deferred for each row execute function audit.require_pending();
alter table audit.entry enable always trigger must_be_pending;`;

/** After the statement, not before: one statement writes entries and pending rows, and in no certain order. */
const pending = `
create function audit.require_own_entry() returns trigger
  language plpgsql security definer set search_path = audit, pg_temp as $$
begin
  if not exists (
    select from audit.entry
    where id = new.entry_id and space_id = new.space_id and xid = pg_current_xact_id()
      and not exists (select from audit.leaf where leaf.entry_id = entry.id)) then
    raise exception 'audit: % is no new entry of this transaction and log', new.entry_id using errcode = '23514';
  end if;
  return null;
end $$;
create trigger own_entry after insert on audit.pending
  for each row execute function audit.require_own_entry();
alter table audit.pending enable always trigger own_entry;

create function audit.require_leaf() returns trigger
  language plpgsql security definer set search_path = audit, pg_temp as $$
begin
  if exists (
    select from gone
    where not exists (select from audit.leaf where leaf.entry_id = gone.entry_id and leaf.space_id = gone.space_id)) then
    raise exception 'audit: an entry without an index stays pending' using errcode = '42501';
  end if;
  return null;
end $$;
create trigger only_with_leaf after delete on audit.pending referencing old table as gone
  for each statement execute function audit.require_leaf();
alter table audit.pending enable always trigger only_with_leaf;`;

const tiles = `
create function audit.only_extend() returns trigger language plpgsql as $$
begin
  if (new.space_id, new.level, new.n) is distinct from (old.space_id, old.level, old.n)
    or substring(new.hashes from 1 for octet_length(old.hashes)) <> old.hashes then
    raise exception 'audit: a tile only grows' using errcode = '42501';
  end if;
  return new;
end $$;
create trigger only_extend before update on audit.tile for each row execute function audit.only_extend();
alter table audit.tile enable always trigger only_extend;
create trigger no_delete before delete on audit.tile for each row execute function audit.forbid();
alter table audit.tile enable always trigger no_delete;`;
