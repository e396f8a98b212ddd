import { createHash, randomBytes } from 'node:crypto';
import { Client, DatabaseError } from 'pg';
import { DataSource } from 'typeorm';
import { jobSchemaVersion } from '../jobs/job-schema.js';
import { migrate, withPlatform, type MigrationClass } from './migrate.js';
import type { RecordClass } from './record-class.js';

/** A database of a test file's own, migrated and empty. */
export interface TestDatabase {
  /** Connected as `tavolo_app`, like the application. */
  readonly dataSource: DataSource;
  readonly ownerUrl: string;
  readonly appUrl: string;
  /** For the sequencer of the log. */
  readonly sequencerUrl: string;
  /** Closes the connections and drops the database. */
  close(): Promise<void>;
}

const templateLock = 7_382_912;
const silent = { info: () => undefined, warn: () => undefined };

/**
 * Makes a fresh database in the PostgreSQL that the test run started (environment TAVOLO_TEST_POSTGRES, the owner's URL,
 * TAVOLO_TEST_APP_POSTGRES, the application's, and TAVOLO_TEST_SEQUENCER_POSTGRES, the sequencer's), migrated with the platform's migrations and the given ones. Call it
 * once a file, in `beforeAll`, and `close()` in `afterAll`. The first call with the same migrations makes a template,
 * later ones copy it in some milliseconds.
 */
export async function testDatabase(
  records: readonly RecordClass[],
  migrations: readonly MigrationClass[],
): Promise<TestDatabase> {
  const owner = required('TAVOLO_TEST_POSTGRES');
  const app = required('TAVOLO_TEST_APP_POSTGRES');
  const sequencer = required('TAVOLO_TEST_SEQUENCER_POSTGRES');
  const name = `tavolo_test_${randomBytes(6).toString('hex')}`;
  await withClient(owner, async (client) => {
    // A session lock: creating a database is not possible in a transaction. It ends with the session.
    await client.query('select pg_advisory_lock($1)', [templateLock]);
    const template = await ensureTemplate(client, owner, migrations);
    await client.query(`create database ${name} template ${template}`);
  });
  const appUrl = inDatabase(app, name);
  const dataSource = await new DataSource({
    type: 'postgres',
    url: appUrl,
    entities: [...records],
    synchronize: false,
    logging: false,
    poolSize: 8,
  }).initialize();
  return {
    dataSource,
    ownerUrl: inDatabase(owner, name),
    appUrl,
    sequencerUrl: inDatabase(sequencer, name),
    close: async () => {
      if (dataSource.isInitialized) await dataSource.destroy();
      await withClient(owner, (client) => drop(client, name));
    },
  };
}

/** Named after the migrations' code, so that an edited migration makes a new template on a server that lives longer than a run. */
async function ensureTemplate(client: Client, owner: string, migrations: readonly MigrationClass[]): Promise<string> {
  const all = withPlatform(migrations);
  const code = all.map((migration) => `${migration.name}\n${String(migration)}`).join('\n');
  const hash = createHash('sha256').update(code).update(String(jobSchemaVersion)).digest('hex');
  const template = `tavolo_template_${hash.slice(0, 16)}`;
  const { rows } = await client.query('select from pg_database where datname = $1', [template]);
  if (rows.length > 0) return template;
  const draft = `${template}_draft`;
  await drop(client, draft);
  await client.query(`create database ${draft}`);
  await migrate(inDatabase(owner, draft), all, silent);
  await client.query(`alter database ${draft} rename to ${template}`);
  return template;
}

async function drop(client: Client, name: string): Promise<void> {
  try {
    await client.query(`drop database if exists ${name} with (force)`);
  } catch (error) {
    // A superuser's process, such as autovacuum, cannot be ended by us; without force the server waits for it.
    if (!(error instanceof DatabaseError && error.code === '42501')) throw error;
    await client.query(`drop database if exists ${name}`);
  }
}

function required(name: string): string {
  const value = process.env[name];
  if (value === undefined) throw new Error(`${name} is not set: run the tests with tools/unit.mjs`);
  return value;
}

function inDatabase(url: string, database: string): string {
  const changed = new URL(url);
  changed.pathname = `/${database}`;
  return changed.href;
}

async function withClient(url: string, work: (client: Client) => Promise<unknown>): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
