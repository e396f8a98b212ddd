import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Module, type DynamicModule, type Provider, type Type } from '@nestjs/common';
import { type NestExpressApplication } from '@nestjs/platform-express';
import { DataSource } from 'typeorm';
import { type Who } from '../acts/who.js';
import { SequencerDatabase } from '../database/sequencer-database.js';
import { type TestDatabase } from '../database/test-database.js';
import { Authenticator } from '../http/authenticator.js';
import { parseCookies } from '../http/cookies.js';
import { TableAccess } from '../live/table-access.js';
import { PlatformModule } from '../platform.module.js';
import { type PlatformOptions } from '../platform-options.js';
import { listenLocally, testServer } from './test-server.js';

/** Whoever the cookie `tavolo` names is signed in, unless the session has ended. */
export class NamedSessions extends Authenticator {
  readonly ended = new Set<string>();
  /** Set: nobody can be asked about, as when the database is away. */
  fault: Error | null = null;

  override authenticate(cookieHeader: string | undefined): Promise<Who> {
    if (this.fault) return Promise.reject(this.fault);
    const person = parseCookies(cookieHeader).get('tavolo');
    if (person === undefined || this.ended.has(person)) return Promise.resolve({ kind: 'visitor' });
    return Promise.resolve({ kind: 'person', person, session: person });
  }
}

/** Watches are allowed unless they are taken away: `person table` or `person table/room`. */
export class ListedAccess extends TableAccess {
  readonly denied = new Set<string>();
  /** People who read tables without belonging to them. */
  readonly guests = new Set<string>();

  override mayWatch(who: Who, table: string, room?: string): Promise<boolean> {
    const name = who.kind === 'person' ? who.person : who.kind;
    return Promise.resolve(!this.denied.has(`${name} ${table}${room === undefined ? '' : `/${room}`}`));
  }

  override presentAs(who: Who): Promise<string | null> {
    return Promise.resolve(who.kind === 'person' && !this.guests.has(who.person) ? `m_${who.person}` : null);
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
  { dataSource, sequencerUrl }: Pick<TestDatabase, 'dataSource' | 'sequencerUrl'>,
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
  const sequencer = new SequencerDatabase(sequencerUrl);
  const parts = [
    { provide: DataSource, useValue: dataSource },
    { provide: SequencerDatabase, useValue: sequencer },
    { provide: Authenticator, useValue: sessions },
    { provide: TableAccess, useValue: access },
  ];
  const app = await testServer(testModule(parts, controllers, platform), { quiet: true });
  const url = await listenLocally(app);
  const close = async () => {
    await app.close();
    await sequencer.close();
    await rm(dataFolder, { recursive: true, force: true });
  };
  return { app, url, sessions, access, close };
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
