import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Tables whose every change needs an entry in the log: all of this context. */
export const governedTables = [
  'tables_area',
  'tables_organisation',
  'tables_table',
  'tables_seat',
  'tables_member',
  'tables_seating',
  'tables_role',
  'tables_rulebook',
] as const;

const statements = [
  `create table tables_area (
     id uuid primary key,
     key text not null unique,
     name jsonb not null)`,
  `create table tables_organisation (
     id uuid primary key,
     key text not null unique,
     name jsonb not null,
     sector text not null check (sector in ('public', 'third_sector', 'citizens', 'market')),
     level text not null check (level in ('local', 'regional', 'national')))`,
  `create table tables_table (
     id uuid primary key,
     key text not null unique,
     area_id uuid references tables_area,
     name jsonb not null,
     visibility text not null check (visibility in ('public', 'members')),
     space_id uuid not null unique,
     origin text not null unique,
     created_at timestamptz not null)`,
  `create unique index tables_table_key_in_any_case on tables_table (lower(key))`,
  `create table tables_seat (
     id uuid primary key,
     table_id uuid not null references tables_table,
     number integer not null check (number > 0),
     sector text not null check (sector in ('public', 'third_sector', 'citizens', 'market')),
     organisation_id uuid references tables_organisation,
     level text not null check (level in ('local', 'regional', 'national')),
     "right" text not null check ("right" in ('vote', 'voice')),
     assesses boolean not null,
     deciding_authority boolean not null,
     unique (table_id, number),
     unique (table_id, id))`,
  `create table tables_member (
     id text primary key,
     table_id uuid not null references tables_table,
     person_id uuid not null references identity_person,
     sector text check (sector in ('public', 'third_sector', 'citizens', 'market')),
     organisation_id uuid references tables_organisation,
     joined_at timestamptz,
     unique (table_id, person_id),
     unique (table_id, id))`,
  `create index tables_member_person on tables_member (person_id)`,
  `create table tables_seating (
     id uuid primary key,
     table_id uuid not null,
     seat_id uuid not null,
     member_id text not null,
     "as" text not null check ("as" in ('holder', 'deputy')),
     from_at timestamptz not null,
     to_at timestamptz check (to_at >= from_at),
     foreign key (table_id, seat_id) references tables_seat (table_id, id),
     foreign key (table_id, member_id) references tables_member (table_id, id))`,
  `create unique index tables_seating_one_sitter on tables_seating (seat_id, "as") where to_at is null`,
  `create unique index tables_seating_one_seat on tables_seating (member_id) where to_at is null`,
  `create table tables_role (
     id uuid primary key,
     table_id uuid not null,
     role text not null check (role in ('coordinator', 'facilitator', 'secretary', 'guarantor')),
     member_id text not null,
     from_at timestamptz not null,
     to_at timestamptz check (to_at >= from_at),
     foreign key (table_id, member_id) references tables_member (table_id, id))`,
  `create unique index tables_role_once on tables_role (table_id, role, member_id) where to_at is null`,
  `create table tables_rulebook (
     id uuid primary key,
     table_id uuid not null references tables_table,
     key text not null,
     version integer not null check (version > 0),
     body jsonb not null,
     from_at timestamptz not null,
     to_at timestamptz check (to_at >= from_at),
     unique (table_id, key),
     unique (table_id, version))`,
  `create unique index tables_rulebook_in_force on tables_rulebook (table_id) where to_at is null`,
];

/** Areas, organisations, tables, seats, members, roles, rulebooks. */
export class CreateTables1764000200001 implements MigrationInterface {
  name = 'CreateTables1764000200001';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
    for (const table of governedTables) {
      await runner.query(`select audit.grant_app('${table}')`);
      await runner.query(`select audit.guard('${table}')`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of [...governedTables].reverse()) await runner.query(`drop table if exists ${table} cascade`);
  }
}
