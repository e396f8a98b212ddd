import { setTimeout as pause } from 'node:timers/promises';
import {
  checkLogins,
  claimInstallation,
  createLog,
  loadConfig,
  markFirstDemo,
  markMode,
  migrate,
  openDatabase,
  settlePort,
  StartingServer,
  type Config,
  type Log,
  type Progress,
} from '@tavolo/server-platform';
import { createApplication } from './application.js';
import { migrations } from './contexts.js';
import { prepareFirstStart } from './first-start.js';
import { builtClient, softwareVersion } from './surroundings.js';
import { Undoing } from './undoing.js';

/** Closing waits for requests under way, at most this long. */
const closingMs = 10_000;

/**
 * Runs the server from the settings to the last connection: comes back when `stop` was aborted and everything is ended in
 * order (application, then connections, then the database).
 * @throws whatever kept it from starting, after what was started has been ended.
 */
export async function serve(env: NodeJS.ProcessEnv, progress: Progress, stop: AbortSignal): Promise<void> {
  const config = await settlePort(loadConfig(env, '.env'));
  const log = createLog(config.logLevel);
  const undoing = new Undoing(log);
  try {
    await start(config, log, progress, stop, undoing);
    progress.info(`Tavolo is ready: open ${config.publicUrl}`);
    if (!stop.aborted) await new Promise((resolve) => stop.addEventListener('abort', resolve, { once: true }));
  } finally {
    if (stop.aborted) progress.info('Stopping');
    await undoing.undoAll();
    if (stop.aborted) progress.info('Stopped');
  }
}

async function start(config: Config, log: Log, progress: Progress, stop: AbortSignal, undoing: Undoing): Promise<void> {
  const version = softwareVersion();
  const starting = await StartingServer.open(config, version);
  undoing.later('answers while starting', () => starting.close());
  markFirstDemo(config);
  const database = await openDatabase(config, progress);
  undoing.later('database', () => database.close());
  starting.reached('database');
  stop.throwIfAborted();
  await migrate(database.ownerUrl, migrations, progress);
  await checkLogins(database, progress);
  await claimInstallation(database.ownerUrl, config.mode);
  markMode(config);
  starting.reached('migrations');
  stop.throwIfAborted();
  const app = await createApplication({ config, version, database, clientFolder: builtClient() }, log);
  undoing.later('application', () => Promise.race([app.close(), pause(closingMs, undefined, { ref: false })]));
  await app.init();
  stop.throwIfAborted();
  await prepareFirstStart(app, config, progress, stop);
  stop.throwIfAborted();
  await starting.close();
  await (config.host === null ? app.listen(config.port) : app.listen(config.port, config.host));
}
