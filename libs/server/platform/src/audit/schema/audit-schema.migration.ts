import { type MigrationInterface, type QueryRunner } from 'typeorm';

/**
 * The log inside PostgreSQL (audit-log.md 3.2, 3.3, 3.5), and the two functions that later migrations call for each table:
 * `audit.guard('name')` and `audit.grant_app('name')`.
 *
 * Roles belong to the whole cluster, so they are made when they are missing and never dropped here. Application and
 * sequencer have logins of their own, and neither can become the other.
 */
export class AuditSchema1764000000000 implements MigrationInterface {
  readonly name = 'AuditSchema1764000000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statements of [roles, tables, protection, guarding, erasure, grants]) await runner.query(statements);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop schema audit cascade');
  }
}

const roles = `
do $$
declare wanted text;
begin
  foreach wanted in array array['tavolo_app', 'tavolo_sequencer', 'tavolo_auditor'] loop
    begin
      if not exists (select from pg_roles where rolname = wanted) then
        execute format('create role %I nologin noinherit', wanted);
      end if;
    exception when duplicate_object or unique_violation then null;
    end;
  end loop;
end $$`;

const tables = `
create schema audit;

create table audit.space (
  id uuid primary key,
  kind text not null check (kind in ('system', 'table')),
  origin text not null unique check (origin ~ '^[^[:space:]+]+$'),
  opened_at timestamptz not null default clock_timestamp());
create unique index space_one_system on audit.space (kind) where kind = 'system';

create function audit.leaf_member(leaf bytea, member text) returns text
  language sql immutable strict parallel safe as $$ select convert_from(leaf, 'UTF8')::jsonb ->> member $$;

create table audit.entry (
  id uuid primary key,
  space_id uuid not null references audit.space,
  stream text not null,
  sv int not null check (sv > 0),
  leaf bytea not null check (octet_length(leaf) between 1 and 65535),
  leaf_hash bytea not null check (leaf_hash = sha256('\\x00'::bytea || leaf)),
  xid xid8 not null default pg_current_xact_id(),
  at text collate "C" not null generated always as (audit.leaf_member(leaf, 'at')) stored,
  act text collate "C" not null generated always as (audit.leaf_member(leaf, 'act')) stored,
  actor text collate "C" generated always as (audit.leaf_member(leaf, 'actor')) stored,
  unique (space_id, stream, sv));
create index entry_xid on audit.entry (xid);
create index entry_newest on audit.entry (space_id, id);

create table audit.pending (
  entry_id uuid primary key references audit.entry,
  space_id uuid not null);

create table audit.leaf (
  space_id uuid not null,
  idx bigint not null check (idx >= 0),
  entry_id uuid not null unique references audit.entry,
  primary key (space_id, idx));

create table audit.tile (
  space_id uuid not null,
  level int not null check (level between 0 and 5),
  n bigint not null check (n >= 0),
  hashes bytea not null check (octet_length(hashes) between 32 and 8192 and octet_length(hashes) % 32 = 0),
  primary key (space_id, level, n));

create table audit.checkpoint (
  space_id uuid not null references audit.space,
  size bigint not null check (size > 0),
  root bytea not null check (octet_length(root) = 32),
  note text not null,
  signed_at timestamptz not null default clock_timestamp(),
  primary key (space_id, size));

create table audit.subject_key (
  id uuid primary key,
  space_id uuid not null references audit.space,
  subject_id text collate "C",
  wrapped bytea not null,
  unique nulls not distinct (space_id, subject_id));

create table audit.disclosure (
  digest text collate "C" primary key,
  entry_id uuid not null references audit.entry,
  subject_id text collate "C",
  key_id uuid not null,
  sealed bytea not null);
create index disclosure_entry on audit.disclosure (entry_id);
create index disclosure_subject on audit.disclosure (subject_id) where subject_id is not null;`;

const protection = `
create function audit.forbid() returns trigger language plpgsql as $$
begin
  raise exception 'audit: % on %.% is forbidden', tg_op, tg_table_schema, tg_table_name using errcode = '42501';
end $$;

do $$
declare target text;
begin
  foreach target in array array['space', 'entry', 'leaf', 'checkpoint'] loop
    execute format('create trigger no_mutate before update or delete on audit.%I for each row execute function audit.forbid()', target);
    execute format('alter table audit.%I enable always trigger no_mutate', target);
  end loop;
  foreach target in array array['pending', 'disclosure', 'subject_key'] loop
    execute format('create trigger no_mutate before update on audit.%I for each row execute function audit.forbid()', target);
    execute format('alter table audit.%I enable always trigger no_mutate', target);
  end loop;
  foreach target in array array['space', 'entry', 'leaf', 'checkpoint', 'pending', 'tile', 'disclosure', 'subject_key'] loop
    execute format('create trigger no_truncate before truncate on audit.%I for each statement execute function audit.forbid()', target);
    execute format('alter table audit.%I enable always trigger no_truncate', target);
  end loop;
end $$;`;

const guarding = `
create function audit.require_entry() returns trigger
  language plpgsql security definer set search_path = audit, pg_temp as $$
begin
  if not exists (select 1 from audit.entry where xid = pg_current_xact_id()) then
    raise exception 'audit: % on % without an audit entry', tg_op, tg_table_name using errcode = '23514';
  end if;
  return null;
end $$;

create function audit.guard(name text) returns void language plpgsql as $$
begin
  execute format(
    'create constraint trigger must_audit after insert or update or delete on public.%I
       deferrable initially deferred for each row execute function audit.require_entry()', name);
  execute format('alter table public.%I enable always trigger must_audit', name);
end $$;

create function audit.grant_app(name text) returns void language plpgsql as $$
begin
  execute format('grant select, insert, update, delete on public.%I to tavolo_app', name);
  execute (
    select coalesce(string_agg(format('grant usage on sequence %s to tavolo_app', pg_get_serial_sequence(format('public.%I', name), attname)), ';'), 'select 1')
    from pg_attribute
    where attrelid = format('public.%I', name)::regclass and attnum > 0 and not attisdropped
      and pg_get_serial_sequence(format('public.%I', name), attname) is not null);
end $$;
revoke execute on function audit.guard(text), audit.grant_app(text) from public;`;

const erasure = `
create constraint trigger must_audit after delete on audit.disclosure
  deferrable initially deferred for each row execute function audit.require_entry();
create constraint trigger must_audit after delete on audit.subject_key
  deferrable initially deferred for each row execute function audit.require_entry();

create function audit.erase_subject(space uuid, subject text) returns integer
  language plpgsql security definer set search_path = audit, pg_temp as $$
declare erased integer;
begin
  delete from audit.disclosure d using audit.entry e
    where e.id = d.entry_id and e.space_id = space and d.subject_id = subject;
  get diagnostics erased = row_count;
  delete from audit.subject_key where space_id = space and subject_id = subject;
  return erased;
end $$;

create function audit.erase_disclosure(erased text) returns integer
  language plpgsql security definer set search_path = audit, pg_temp as $$
declare count integer;
begin
  delete from audit.disclosure where digest = erased;
  get diagnostics count = row_count;
  return count;
end $$;
revoke execute on function audit.erase_subject(uuid, text), audit.erase_disclosure(text) from public;`;

const grants = `
grant usage on schema public to tavolo_app, tavolo_sequencer;
grant usage on schema audit to tavolo_app, tavolo_sequencer, tavolo_auditor;
grant select on audit.space, audit.entry, audit.pending, audit.leaf, audit.tile, audit.checkpoint
  to tavolo_app, tavolo_sequencer, tavolo_auditor;
grant select on audit.disclosure, audit.subject_key to tavolo_app;
grant insert (id, space_id, stream, sv, leaf, leaf_hash) on audit.entry to tavolo_app;
grant insert (id, kind, origin) on audit.space to tavolo_app;
grant insert on audit.pending, audit.disclosure, audit.subject_key to tavolo_app;
grant execute on function audit.erase_subject(uuid, text), audit.erase_disclosure(text) to tavolo_app;
grant insert on audit.leaf, audit.tile to tavolo_sequencer;
grant insert (space_id, size, root, note) on audit.checkpoint to tavolo_sequencer;
grant update (hashes) on audit.tile to tavolo_sequencer;
grant delete on audit.pending to tavolo_sequencer;`;
