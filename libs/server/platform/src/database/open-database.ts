import type { Config } from '../process/config.js';
import type { StartLog } from '../process/start-log.js';
import { startEmbeddedPostgres } from './embedded/embedded-postgres.js';
import { awaitExternalPostgres } from './external-postgres.js';
import { ensureAppLogin, ensureSequencerLogin } from './logins.js';

/** A PostgreSQL that is ready: its schema may be behind. */
export interface OpenDatabase {
  /** For migrations. */
  readonly ownerUrl: string;
  /** For the application: no DDL, no change of the log. */
  readonly appUrl: string;
  /** For the sequencer of the log, who alone numbers and seals entries, and can do nothing else. */
  readonly sequencerUrl: string;
  /** Stops what was started here; an external server is left alone. Close the connections first. */
  close(): Promise<void>;
}

/**
 * The database that the settings name: the one of `DATABASE_URL`, else the embedded one, started.
 * @throws Error in plain words when it cannot be used.
 */
export async function openDatabase(config: Config, log: StartLog): Promise<OpenDatabase> {
  const { databaseUrl, appDatabaseUrl, sequencerDatabaseUrl, dataFolder } = config;
  if (databaseUrl === null) {
    const { ownerUrl, appUrl, sequencerUrl, stop } = await startEmbeddedPostgres({ dataFolder, log });
    return { ownerUrl, appUrl, sequencerUrl, close: stop };
  }
  await awaitExternalPostgres(databaseUrl, log);
  const appUrl = appDatabaseUrl ?? (await ensureAppLogin(databaseUrl, dataFolder));
  const sequencerUrl = sequencerDatabaseUrl ?? (await ensureSequencerLogin(databaseUrl, dataFolder));
  return { ownerUrl: databaseUrl, appUrl, sequencerUrl, close: () => Promise.resolve() };
}
