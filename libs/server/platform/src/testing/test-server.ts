import { type DynamicModule, type INestApplication, type NestApplicationOptions } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import * as msgpack from 'socket.io-msgpack-parser';
import { Origins } from '../http/origins.js';
import { SocketAdapter } from '../process/socket-adapter.js';

/** For tests: a whole application as the process serves it, started but not listening; only warnings and errors are printed. */
export async function testServer(module: DynamicModule): Promise<INestApplication> {
  const settings: Pick<NestApplicationOptions, 'logger' | 'abortOnError' | 'forceCloseConnections'> = {
    logger: ['error', 'warn'],
    abortOnError: false,
    forceCloseConnections: true,
  };
  const app = await NestFactory.create(module, settings);
  app.useWebSocketAdapter(new SocketAdapter(app, app.get(Origins), msgpack));
  return app.init();
}
