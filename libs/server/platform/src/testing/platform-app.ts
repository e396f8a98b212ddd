import { type AddressInfo } from 'node:net';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Module, type DynamicModule, type NestApplicationOptions, type Provider, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { type NestExpressApplication } from '@nestjs/platform-express';
import { DataSource } from 'typeorm';
import * as msgpack from 'socket.io-msgpack-parser';
import { type Who } from '../acts/who.js';
import { Authenticator } from '../http/authenticator.js';
import { parseCookies } from '../http/cookies.js';
import { Origins } from '../http/origins.js';
import { TableAccess } from '../live/table-access.js';
import { PlatformModule } from '../platform.module.js';
import { type PlatformOptions } from '../platform-options.js';
import { SocketAdapter } from '../process/socket-adapter.js';

/** Whoever the cookie `tavolo` names is signed in, unless the session has ended. */
export class NamedSessions extends Authenticator {
  readonly ended = new Set<string>();

  override authenticate(cookieHeader: string | undefined): Promise<Who> {
    const person = parseCookies(cookieHeader).get('tavolo');
    if (person === undefined || this.ended.has(person)) return Promise.resolve({ kind: 'visitor' });
    return Promise.resolve({ kind: 'person', person, session: person });
  }
}

/** Watches are allowed unless they are taken away: `person table` or `person table/room`. */
export class ListedAccess extends TableAccess {
  readonly denied = new Set<string>();

  override mayWatch(who: Who, table: string, room?: string): Promise<boolean> {
    const name = who.kind === 'person' ? who.person : who.kind;
    return Promise.resolve(!this.denied.has(`${name} ${table}${room === undefined ? '' : `/${room}`}`));
  }

  override presentAs(who: Who): Promise<string | null> {
    return Promise.resolve(who.kind === 'person' ? `m_${who.person}` : null);
  }
}

/** A platform that listens on a free port of this computer. */
export interface PlatformApp {
  readonly app: NestExpressApplication;
  readonly url: string;
  readonly sessions: NamedSessions;
  readonly access: ListedAccess;
  close(): Promise<void>;
}

/** Starts the platform as an application would, with the given controllers. */
export async function platformApp(
  dataSource: DataSource,
  controllers: readonly Type[] = [],
  options: Partial<Omit<PlatformOptions, 'config'>> & { readonly config?: Partial<PlatformOptions['config']> } = {},
): Promise<PlatformApp> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'tavolo-test-data-'));
  const config = {
    dataFolder,
    publicUrl: 'http://localhost:3000',
    mode: 'test',
    smtp: null,
    ...options.config,
  } as const;
  const sessions = new NamedSessions();
  const access = new ListedAccess();
  const platform = PlatformModule.forRoot({ version: '1.2.3', clientFolder: null, migrations: [], ...options, config });
  const parts = [
    { provide: DataSource, useValue: dataSource },
    { provide: Authenticator, useValue: sessions },
    { provide: TableAccess, useValue: access },
  ];
  const settings: Pick<NestApplicationOptions, 'logger' | 'abortOnError' | 'forceCloseConnections'> = {
    logger: false,
    abortOnError: false,
    forceCloseConnections: true,
  };
  const module = testModule(parts, controllers, platform);
  const app = await NestFactory.create<NestExpressApplication>(module, settings);
  app.useWebSocketAdapter(new SocketAdapter(app, app.get(Origins), msgpack));
  await app.listen(0, '127.0.0.1');
  const { port } = app.getHttpServer().address() as AddressInfo;
  const close = async () => {
    await app.close();
    await rm(dataFolder, { recursive: true, force: true });
  };
  return { app, url: `http://127.0.0.1:${port}`, sessions, access, close };
}

function testModule(parts: Provider[], controllers: readonly Type[], platform: DynamicModule): DynamicModule {
  @Module({})
  class Parts {}
  @Module({})
  class TestModule {}
  const shared = {
    module: Parts,
    global: true,
    providers: parts,
    exports: parts.map((part) => ('provide' in part ? part.provide : part)),
  };
  return { module: TestModule, imports: [shared, platform], controllers: [...controllers] };
}
