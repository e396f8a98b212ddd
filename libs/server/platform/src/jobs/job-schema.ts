import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type Client } from 'pg';
import { getConstructionPlans, getMigrationPlans } from 'pg-boss';
import { z } from 'zod';

/** Where the queue lies in the database. */
export const jobSchema = 'jobs';

/** Version of the queue's tables that the installed pg-boss works with. */
export const jobSchemaVersion = z
  .object({ pgboss: z.object({ schema: z.int() }) })
  .parse(JSON.parse(readFileSync(createRequire(import.meta.url).resolve('pg-boss/package.json'), 'utf8')))
  .pgboss.schema;

/**
 * Brings the tables of the queue to the version that the installed pg-boss works with, as their owner, under the lock of the migrations: the
 * application may not do it. It may read and write jobs, make queues, and note when the tables were tidied; nothing else.
 * @throws Error when the tables were made by a newer version.
 */
export async function prepareJobSchema(owner: Client): Promise<void> {
  const version = await installedVersion(owner);
  if (version !== null && version > jobSchemaVersion) {
    throw new Error(
      'The database was made by a newer version of Tavolo (its job queue is newer). Start that version, or restore a backup made before it.',
    );
  }
  if (version === null) await owner.query(getConstructionPlans(jobSchema));
  // Without CONCURRENTLY, which cannot stand among other statements: these tables are small, and a wait does no harm at a start.
  else if (version < jobSchemaVersion) {
    await owner.query(getMigrationPlans(jobSchema, version).replaceAll(' CONCURRENTLY', ''));
  }
  await owner.query(rights);
}

async function installedVersion(owner: Client): Promise<number | null> {
  const found = await owner.query(`select from pg_tables where schemaname = '${jobSchema}' and tablename = 'version'`);
  if (found.rows.length === 0) return null;
  const { rows } = await owner.query<{ version: number }>(`select version from ${jobSchema}.version`);
  return rows[0]?.version ?? null;
}

const rights = `
  revoke all on all tables in schema ${jobSchema} from tavolo_app;
  grant usage on schema ${jobSchema} to tavolo_app;
  grant select, insert, update, delete on ${jobSchema}.job, ${jobSchema}.job_common to tavolo_app;
  grant select, insert, update on ${jobSchema}.queue to tavolo_app;
  grant select, update on ${jobSchema}.version to tavolo_app;
  grant select, insert, update, delete on ${jobSchema}.job_dependency, ${jobSchema}.instance to tavolo_app;
`;
