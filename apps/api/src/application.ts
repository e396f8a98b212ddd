import type { NestApplicationOptions } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { guardedParser } from '@tavolo/collaboration/room';
import { NestLog, Origins, SocketAdapter, type Log } from '@tavolo/server-platform';
import { AppModule, type AppOptions } from './app.module.js';

/** The largest request body that is read, in bytes. */
const largestBody = 300_000;

/** The application, made but not listening: HTTP reads JSON alone, and sockets come from pages of this installation alone. */
export async function createApplication(options: AppOptions, log: Log): Promise<NestExpressApplication> {
  const settings: Pick<NestApplicationOptions, 'logger' | 'abortOnError' | 'bodyParser' | 'forceCloseConnections'> = {
    logger: new NestLog(log),
    abortOnError: false,
    bodyParser: false,
    forceCloseConnections: true,
  };
  const app = await NestFactory.create<NestExpressApplication>(AppModule.forRoot(options), settings);
  app.useBodyParser('json', { limit: largestBody });
  app.set('query parser', 'simple');
  // A proxy on this machine may say who asks; anybody else who says it is not believed.
  app.set('trust proxy', 'loopback');
  app.useWebSocketAdapter(new SocketAdapter(app, app.get(Origins), guardedParser));
  return app;
}
