import { type AddressInfo } from 'node:net';
import { type DynamicModule, type NestApplicationOptions } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { type NestExpressApplication } from '@nestjs/platform-express';
import * as msgpack from 'socket.io-msgpack-parser';
import { configureServer } from '../process/configure-server.js';
import { type SocketParser } from '../process/socket-adapter.js';

export interface TestServerOptions {
  /** How frames of sockets are read; by itself as clients read them. */
  readonly parser?: SocketParser;
  /** For tests in which errors are to happen: nothing is printed. Otherwise warnings and errors are. */
  readonly quiet?: boolean;
}

/** For tests: a whole application as the process serves it, started but not listening. */
export async function testServer(
  module: DynamicModule,
  { parser = msgpack, quiet = false }: TestServerOptions = {},
): Promise<NestExpressApplication> {
  const settings: Pick<NestApplicationOptions, 'logger' | 'abortOnError' | 'bodyParser' | 'forceCloseConnections'> = {
    logger: quiet ? false : ['error', 'warn'],
    abortOnError: false,
    bodyParser: false,
    forceCloseConnections: true,
  };
  const app = await NestFactory.create<NestExpressApplication>(module, settings);
  configureServer(app, parser);
  return app.init();
}

/** For tests: listens on a free port of this machine; returns the address. */
export async function listenLocally(app: NestExpressApplication): Promise<string> {
  await app.listen(0, '127.0.0.1');
  return `http://127.0.0.1:${(app.getHttpServer().address() as AddressInfo).port}`;
}
