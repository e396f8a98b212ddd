import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { DataSource, type MigrationInterface } from 'typeorm';
import { prepareJobSchema } from '../jobs/job-schema.js';
import type { StartLog } from '../process/start-log.js';
import { platformMigrations } from './platform-migrations.js';
import { quietLogger } from './quiet-logger.js';

/** A migration. Its name ends in 13 digits, and all of them run in the order of these digits. */
export type MigrationClass = new () => MigrationInterface;

/** Of this application in this database; the same number in every version, or two versions could migrate at once. */
const migrationLock = 7_382_911;

/** The platform's own migrations and the given ones, each once. */
export function withPlatform(migrations: readonly MigrationClass[]): MigrationClass[] {
  return [...new Set([...platformMigrations, ...migrations])];
}

/**
 * Brings the schema up to date as its owner: the platform's migrations and the given ones, each in a transaction of its
 * own, and then the tables of the job queue. Several processes may call this at the same time: one works, the others wait for it and then find nothing to do.
 * The role `tavolo_app` is granted its rights by the migrations and must exist.
 * @returns how many migrations ran.
 * @throws Error when a migration fails, or when the database was made by a newer version.
 */
export async function migrate(ownerUrl: string, migrations: readonly MigrationClass[], log: StartLog): Promise<number> {
  const guard = new Client({ connectionString: ownerUrl, application_name: 'tavolo migrations' });
  await guard.connect();
  const source = new DataSource({
    type: 'postgres',
    url: ownerUrl,
    applicationName: 'tavolo migrations',
    migrations: withPlatform(migrations),
    migrationsTableName: 'migration',
    migrationsTransactionMode: 'each',
    synchronize: false,
    logger: quietLogger,
    poolSize: 1,
  });
  try {
    await lock(guard, log);
    await source.initialize();
    await refuseNewer(guard, source);
    const done = await source.runMigrations();
    await prepareJobSchema(guard);
    log.info(done.length > 0 ? `Database schema: ${done.length} migrations run` : 'Database schema: up to date');
    return done.length;
  } finally {
    if (source.isInitialized) await source.destroy();
    // Closing the session gives the lock back.
    await guard.end();
  }
}

async function lock(client: Client, log: StartLog): Promise<void> {
  for (let tries = 0; ; tries += 1) {
    const { rows } = await client.query<{ mine: boolean }>('select pg_try_advisory_lock($1) as mine', [migrationLock]);
    if (rows[0]?.mine === true) return;
    if (tries === 10) log.info('Database schema: another process is bringing it up to date; waiting for it');
    await pause(100);
  }
}

async function refuseNewer(client: Client, source: DataSource): Promise<void> {
  const known = new Set(source.migrations.map((migration) => migration.name ?? migration.constructor.name));
  const { rows: tables } = await client.query(
    `select from pg_tables where schemaname = 'public' and tablename = 'migration'`,
  );
  if (tables.length === 0) return;
  const { rows } = await client.query<{ name: string }>('select name from public.migration');
  const unknown = rows.filter(({ name }) => !known.has(name)).map(({ name }) => name);
  if (unknown.length > 0) {
    throw new Error(
      `The database was made by a newer or different version of Tavolo (it has ${unknown.join(', ')}). Start that version, or restore a backup made before it.`,
    );
  }
}
