import type { NestApplicationOptions } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { guardedParser } from '@tavolo/collaboration/room';
import { NestLog, configureServer, type Log } from '@tavolo/server-platform';
import { AppModule, type AppOptions } from './app.module.js';

/** The application, made but not listening. */
export async function createApplication(options: AppOptions, log: Log): Promise<NestExpressApplication> {
  const settings: Pick<NestApplicationOptions, 'logger' | 'abortOnError' | 'bodyParser' | 'forceCloseConnections'> = {
    logger: new NestLog(log),
    abortOnError: false,
    bodyParser: false,
    forceCloseConnections: true,
  };
  const app = await NestFactory.create<NestExpressApplication>(AppModule.forRoot(options), settings);
  configureServer(app, guardedParser);
  return app;
}
