import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Proposals, their procedures, versions and amendments (governed: no change without an entry in the log), and the shared texts. */
export class CreateProposals1764000300000 implements MigrationInterface {
  name = 'CreateProposals1764000300000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table proposal (
        id uuid primary key,
        key text not null constraint proposal_key_unique unique,
        table_id uuid not null references tables_table,
        kind text not null,
        title jsonb not null,
        origin text not null,
        language text not null,
        sponsors text[] not null,
        created_at timestamptz(3) not null,
        changed_at timestamptz(3) not null
      );
      create index proposal_of_table on proposal (table_id, changed_at);

      create table proposal_procedure (
        proposal_id uuid primary key references proposal (id),
        mode text not null,
        stage text not null,
        next_due timestamptz(3),
        value jsonb not null,
        revision integer not null
      );
      create index proposal_procedure_due on proposal_procedure (next_due);

      create table proposal_version (
        proposal_id uuid not null references proposal (id),
        n integer not null,
        text jsonb not null,
        words jsonb not null,
        text_hash text not null,
        state_hash text not null,
        state bytea not null,
        contributors text[] not null,
        frozen_at timestamptz(3) not null,
        primary key (proposal_id, n)
      );

      create table proposal_amendment (
        key text primary key,
        proposal_id uuid not null references proposal (id),
        version integer not null,
        clause text,
        by text not null,
        kind text not null,
        text jsonb not null,
        outcome text not null,
        reason jsonb,
        at timestamptz(3) not null
      );
      create index proposal_amendment_of on proposal_amendment (proposal_id);

      create table proposal_key (prefix text primary key, last integer not null);
    `);
    for (const table of governed) {
      await runner.query(`select audit.guard('${table}')`);
      await runner.query(`select audit.grant_app('${table}')`);
    }
    await runner.query(`
      create table doc_update (
        seq bigint generated always as identity primary key,
        doc text not null,
        data bytea not null,
        member text not null,
        client_ids bigint[] not null,
        created_at timestamptz(3) not null,
        compacted boolean not null default false,
        revision integer
      );
      create index doc_update_live on doc_update (doc) where not compacted;
      create index doc_update_unrecorded on doc_update (doc) where revision is null;
      create index doc_update_of on doc_update (doc, seq);

      create table doc_snapshot (doc text primary key, state bytea not null, updated_at timestamptz(3) not null);

      create table doc_client (
        doc text not null,
        client_id bigint not null,
        member text not null,
        primary key (doc, client_id)
      );
    `);
    for (const table of evidenced) await runner.query(`select audit.grant_app('${table}')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of [...evidenced, ...governed].reverse()) await runner.query(`drop table ${table}`);
  }
}

const governed = ['proposal', 'proposal_procedure', 'proposal_version', 'proposal_amendment', 'proposal_key'];
/** Not guarded one by one: `doc.revision` entries vouch for them (audit-log.md section 9). */
const evidenced = ['doc_update', 'doc_snapshot', 'doc_client'];
