import { setTimeout as pause } from 'node:timers/promises';
import type { NestApplicationOptions } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { type NestExpressApplication } from '@nestjs/platform-express';
import {
  claimInstallation,
  createLog,
  loadConfig,
  markMode,
  migrate,
  NestLog,
  openDatabase,
  Origins,
  Readiness,
  settlePort,
  SocketAdapter,
  type Config,
  type Log,
  type Progress,
} from '@tavolo/server-platform';
import { AppModule } from './app.module.js';
import { migrations } from './contexts.js';
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
    progress.info('Stopping');
    await undoing.undoAll();
    progress.info('Stopped');
  }
}

async function start(config: Config, log: Log, progress: Progress, stop: AbortSignal, undoing: Undoing): Promise<void> {
  const readiness = new Readiness();
  readiness.set('database', 'waiting');
  readiness.set('migrations', 'waiting');
  markMode(config);
  const database = await openDatabase(config, progress);
  undoing.later('database', () => database.close());
  readiness.set('database', 'ready');
  stop.throwIfAborted();
  await migrate(database.ownerUrl, migrations, progress);
  await claimInstallation(database.ownerUrl, config.mode);
  readiness.set('migrations', 'ready');
  stop.throwIfAborted();
  const module = AppModule.forRoot({ config, log, readiness, appUrl: database.appUrl });
  const options: Pick<NestApplicationOptions, 'logger' | 'abortOnError' | 'forceCloseConnections'> = {
    logger: new NestLog(log),
    abortOnError: false,
    forceCloseConnections: true,
  };
  const app = await NestFactory.create<NestExpressApplication>(module, options);
  app.useWebSocketAdapter(new SocketAdapter(app, new Origins(config.publicUrl, config.mode !== 'production')));
  undoing.later('application', () => Promise.race([app.close(), pause(closingMs, undefined, { ref: false })]));
  await (config.host === null ? app.listen(config.port) : app.listen(config.port, config.host));
  stop.throwIfAborted();
}
