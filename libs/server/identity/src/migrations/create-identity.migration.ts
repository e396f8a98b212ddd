import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Tables whose every change needs an entry in the log. */
export const governedIdentityTables = ['identity_person', 'identity_account', 'identity_invitation'] as const;

/**
 * Tables that change without an entry, and why:
 * - `identity_session`: opening and ending are recorded as acts; in between `last_seen_at` moves with every use.
 * - `identity_reset_link`: asking for a link must look and cost the same whether the address is known or not.
 * - `identity_invitation_opening`: looking at a link is no act.
 * - `identity_set_up_code`: written when the server starts, before anybody exists who could act.
 */
export const ungovernedIdentityTables = [
  'identity_session',
  'identity_reset_link',
  'identity_invitation_opening',
  'identity_set_up_code',
] as const;

const tables = [
  `create table identity_person (
     id uuid primary key,
     key text unique,
     pseudonym text not null unique,
     name text not null check (name <> ''),
     title jsonb,
     contact text,
     language text not null check (language in ('en', 'it')),
     created_at timestamptz not null)`,
  `create table identity_account (
     person_id uuid primary key references identity_person,
     email text not null unique check (email = lower(email)),
     password_hash text,
     administrator boolean not null,
     created_at timestamptz not null)`,
  `create table identity_session (
     id uuid primary key,
     person_id uuid not null references identity_person on delete cascade,
     token_hash bytea not null unique check (octet_length(token_hash) = 32),
     device text not null,
     opened_at timestamptz not null,
     last_seen_at timestamptz not null,
     expires_at timestamptz not null)`,
  `create index identity_session_person on identity_session (person_id)`,
  `create table identity_reset_link (
     token_hash bytea primary key check (octet_length(token_hash) = 32),
     person_id uuid not null references identity_account on delete cascade,
     expires_at timestamptz not null)`,
  `create table identity_invitation (
     id uuid primary key,
     email text not null check (email = lower(email)),
     name text not null,
     language text not null check (language in ('en', 'it')),
     administrator boolean not null,
     seat jsonb,
     token_hash bytea not null unique check (octet_length(token_hash) = 32),
     sent_at timestamptz not null,
     expires_at timestamptz not null,
     accepted_at timestamptz,
     withdrawn_at timestamptz,
     check (accepted_at is null or withdrawn_at is null))`,
  `create table identity_invitation_opening (
     token_hash bytea primary key check (octet_length(token_hash) = 32),
     opened_at timestamptz not null)`,
  `create table identity_set_up_code (
     only_row boolean primary key default true check (only_row),
     code_hash bytea not null check (octet_length(code_hash) = 32),
     made_at timestamptz not null)`,
];

/** People, accounts, sessions, invitations. */
export class CreateIdentity1764000100001 implements MigrationInterface {
  name = 'CreateIdentity1764000100001';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of tables) await runner.query(statement);
    for (const table of [...governedIdentityTables, ...ungovernedIdentityTables]) {
      await runner.query(`select audit.grant_app('${table}')`);
    }
    for (const table of governedIdentityTables) await runner.query(`select audit.guard('${table}')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of [...ungovernedIdentityTables, ...governedIdentityTables].reverse()) {
      await runner.query(`drop table if exists ${table} cascade`);
    }
  }
}
