import type { Config } from '../process/config.js';
import type { StartLog } from '../process/start-log.js';
import { ensureAppLogin } from './app-login.js';
import { startEmbeddedPostgres } from './embedded/embedded-postgres.js';
import { awaitExternalPostgres } from './external-postgres.js';

/** A PostgreSQL that is ready: its schema may be behind. */
export interface OpenDatabase {
  /** For migrations. */
  readonly ownerUrl: string;
  /** For the application: no DDL, no change of the log. */
  readonly appUrl: string;
  /** Stops what was started here; an external server is left alone. Close the connections first. */
  close(): Promise<void>;
}

/**
 * The database that the settings name: the one of `DATABASE_URL`, else the embedded one, started.
 * @throws Error in plain words when it cannot be used.
 */
export async function openDatabase(config: Config, log: StartLog): Promise<OpenDatabase> {
  const { databaseUrl, appDatabaseUrl, dataFolder } = config;
  if (databaseUrl === null) {
    const server = await startEmbeddedPostgres({ dataFolder, log });
    return { ownerUrl: server.ownerUrl, appUrl: server.appUrl, close: () => server.stop() };
  }
  await awaitExternalPostgres(databaseUrl, log);
  const appUrl = appDatabaseUrl ?? (await ensureAppLogin(databaseUrl, dataFolder));
  return { ownerUrl: databaseUrl, appUrl, close: () => Promise.resolve() };
}
