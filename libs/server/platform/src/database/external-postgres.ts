import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import type { StartLog } from '../process/start-log.js';
import { checkServer } from './server-check.js';

/** Errors of a server that may still be on its way up: refused, unknown or unreachable host, starting. */
const passing = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'ECONNRESET', 'EHOSTUNREACH', 'ETIMEDOUT', '57P03'];
const patienceMs = 30_000;

/** `host:port/database` of a URL: what may be shown of it. */
function shown(databaseUrl: string): string {
  const { host, pathname } = new URL(databaseUrl);
  return `${host}${pathname}`;
}

/**
 * Waits up to 30 s for the PostgreSQL of `DATABASE_URL`, and checks version and encoding.
 * @throws Error in plain words when it does not answer, does not let us in, or is too old.
 */
export async function awaitExternalPostgres(databaseUrl: string, log: StartLog): Promise<void> {
  const giveUpAt = Date.now() + patienceMs;
  for (let tries = 0; ; tries += 1) {
    const client = new Client({ connectionString: databaseUrl, connectionTimeoutMillis: 10_000 });
    try {
      await client.connect();
    } catch (error) {
      const { code = '', message } = error as Error & { code?: string };
      if (!passing.includes(code) || Date.now() > giveUpAt) {
        throw new Error(`The database of DATABASE_URL (${shown(databaseUrl)}) cannot be opened: ${message || code}`);
      }
      if (tries === 0) log.info(`Waiting for the database ${shown(databaseUrl)}`);
      await pause(500);
      continue;
    }
    try {
      const { rows } = await client.query<{ version: number; encoding: string }>(
        `select current_setting('server_version_num')::int as version, current_setting('server_encoding') as encoding`,
      );
      for (const { version, encoding } of rows) checkServer(version, encoding);
    } finally {
      await client.end();
    }
    log.info(`Using the database ${shown(databaseUrl)}`);
    return;
  }
}
