/**
 * Jest's global set-up for tests that need a database: one embedded PostgreSQL in a temporary folder for the whole run.
 * With TAVOLO_TEST_POSTGRES (the URL of a user who may create databases and roles) that server is used instead.
 */
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import './typescript.mjs';

const prefix = 'tavolo-test-postgres-';
const silent = { info() {}, warn: (line) => process.stderr.write(`${line}\n`) };

export default async function start() {
  const platform = new URL('../libs/server/platform/src/database/', import.meta.url);
  sweep();
  const folder = mkdtempSync(join(tmpdir(), prefix));
  writeFileSync(join(folder, 'run.pid'), String(process.pid));
  let stop = () => undefined;
  if (process.env.TAVOLO_TEST_POSTGRES === undefined) {
    const { startEmbeddedPostgres } = await import(new URL('embedded/embedded-postgres.ts', platform));
    chmodSync(folder, 0o711);
    const options = { dataFolder: join(folder, 'data'), log: silent, durable: false, detached: false };
    const server = await startEmbeddedPostgres(options);
    process.env.TAVOLO_TEST_POSTGRES = server.ownerUrl;
    process.env.TAVOLO_TEST_APP_POSTGRES = server.appUrl;
    process.env.TAVOLO_TEST_SEQUENCER_POSTGRES = server.sequencerUrl;
    stop = () => server.stop();
  } else {
    const { ensureAppLogin, ensureSequencerLogin } = await import(new URL('logins.ts', platform));
    const owner = process.env.TAVOLO_TEST_POSTGRES;
    process.env.TAVOLO_TEST_APP_POSTGRES = await ensureAppLogin(owner, folder);
    process.env.TAVOLO_TEST_SEQUENCER_POSTGRES = await ensureSequencerLogin(owner, folder);
  }
  globalThis.stopTestDatabase = async () => {
    await stop();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  };
}

/** Ends what killed runs left behind: their folders, and servers that nobody uses any more. */
function sweep() {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(prefix))) {
    const folder = join(tmpdir(), name);
    try {
      const run = Number.parseInt(readFileSync(join(folder, 'run.pid'), 'utf8'), 10);
      if (isAlive(run)) continue;
      const lock = join(folder, 'data/postgres/postmaster.pid');
      if (existsSync(lock)) stopServer(Number.parseInt(readFileSync(lock, 'utf8'), 10), folder);
      rmSync(folder, { recursive: true, force: true });
    } catch {
      // Another run's, being made or swept at this moment, or another user's.
    }
  }
}

function stopServer(pid, folder) {
  const commandLine = `/proc/${pid}/cmdline`;
  if (existsSync(commandLine) && readFileSync(commandLine, 'utf8').includes(folder)) process.kill(pid, 'SIGQUIT');
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}
