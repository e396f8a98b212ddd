import { jest } from '@jest/globals';
import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Module, type DynamicModule, type NestApplicationOptions } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { type NestExpressApplication } from '@nestjs/platform-express';
import { unzipBundle, verifyBundle, type BundleReport } from '@tavolo/audit-log';
import { guardedParser } from '@tavolo/collaboration/room';
import { type ProposalView } from '@tavolo/contracts';
import { instant } from '@tavolo/kernel';
import { IdentityModule, identityMigrations, identityRecords } from '@tavolo/server-identity';
import {
  ActRunner,
  AuditBundle,
  AuditLogReader,
  AuditSpaces,
  Clock,
  DatabaseModule,
  type DatabaseLogins,
  LiveSessions,
  MoveClock,
  Origins,
  PlatformModule,
  SocketAdapter,
  system,
  testDatabase,
  uuid7,
  type LogEntry,
  type LogFilter,
  type TestDatabase,
} from '@tavolo/server-platform';
import { proposalsMigrations, proposalsRecords } from '@tavolo/server-proposals';
import { TablesModule, tablesMigrations, tablesRecords } from '@tavolo/server-tables';
import { ProposalActs } from '../acts/proposal-acts.js';
import { DecisionsModule } from '../decisions.module.js';
import { dueJob, DueWork } from '../due/due-work.service.js';
import { ArrangeTable, type SmallTable, type TableDesign } from './small-table.act.js';

// Whole scenarios with a database, and machines that are busy.
jest.setTimeout(30_000);

const records = [...identityRecords, ...tablesRecords, ...proposalsRecords];
const migrations = [...identityMigrations, ...tablesMigrations, ...proposalsMigrations];
const publicUrl = 'http://localhost:3000';

@Module({})
class TestModule {
  static forRoot(logins: DatabaseLogins, dataFolder: string): DynamicModule {
    const config = { dataFolder, publicUrl, mode: 'test' as const, smtp: null };
    return {
      module: TestModule,
      imports: [
        DatabaseModule.forRoot(logins, records),
        PlatformModule.forRoot({ config, version: 'test', clientFolder: null, migrations }),
        IdentityModule.forRoot({ config, version: 'test' }),
        TablesModule,
        DecisionsModule,
      ],
    };
  }
}

/** What a request was answered with. */
export interface Answer<Body = ProposalView> {
  readonly status: number;
  readonly body: Body;
}

/** A refusal as the client gets it. */
export interface ProblemBody {
  readonly code: string;
  readonly rule?: string;
  readonly params: Readonly<Record<string, unknown>>;
}

/** The whole server on a database of its own, listening on a free port. */
export class TestApplication {
  private constructor(
    readonly app: NestExpressApplication,
    private readonly database: TestDatabase,
    private readonly folder: string,
    readonly url: string,
  ) {}

  static async start(now: string): Promise<TestApplication> {
    const database = await testDatabase(records, migrations);
    const folder = await mkdtemp(join(tmpdir(), 'tavolo-test-'));
    const app = await TestApplication.process(database, folder);
    await app.listen(0, '127.0.0.1');
    const { port } = app.getHttpServer().address() as AddressInfo;
    const test = new TestApplication(app, database, folder, `http://127.0.0.1:${port}`);
    await test.setClock(now);
    return test;
  }

  /** One process, made but not started. */
  private static async process(database: TestDatabase, folder: string): Promise<NestExpressApplication> {
    const settings: Pick<NestApplicationOptions, 'logger' | 'abortOnError' | 'bodyParser' | 'forceCloseConnections'> = {
      logger: ['error', 'warn'],
      abortOnError: false,
      bodyParser: false,
      forceCloseConnections: true,
    };
    const module = TestModule.forRoot(database, folder);
    const app = await NestFactory.create<NestExpressApplication>(module, settings);
    app.useBodyParser('json', { limit: 300_000 });
    app.useWebSocketAdapter(new SocketAdapter(app, app.get(Origins), guardedParser));
    return app;
  }

  /** Starts another process on the same database, as on a second machine or after a stop; it does not listen. Close it before this one. */
  async another(): Promise<NestExpressApplication> {
    const app = await TestApplication.process(this.database, this.folder);
    return app.init();
  }

  get acts(): ProposalActs {
    return this.app.get(ProposalActs);
  }

  get dataSource(): TestDatabase['dataSource'] {
    return this.database.dataSource;
  }

  async close(): Promise<void> {
    await this.app.close();
    await this.database.close();
    await rm(this.folder, { recursive: true, force: true });
  }

  /** Puts the clock to a moment, and waits until what is due has been recorded. */
  async setClock(now: string): Promise<void> {
    const act = new MoveClock(this.app.get(Clock), this.app.get(AuditSpaces));
    await this.app.get(ActRunner).run(act, { now: instant(now) }, system);
    await this.app.get(DueWork).recordAll();
  }

  /** Does `work` as if another process were recording what is due meanwhile, and slow. */
  async whileNobodyRecords(work: () => Promise<void>): Promise<void> {
    const other = this.dataSource.createQueryRunner();
    await other.query('select pg_advisory_lock(hashtextextended($1, 0))', [`job:${dueJob}`]);
    try {
      await work();
    } finally {
      await other.query('select pg_advisory_unlock_all()');
      await other.release();
    }
  }

  /** Makes a table with its people, each signed in. */
  async table(design: TableDesign): Promise<SmallTable> {
    const arrange = new ArrangeTable(this.app.get(AuditSpaces));
    const table = await this.app.get(ActRunner).run(arrange, design, system);
    for (const { person } of Object.values(table.people)) {
      await this.dataSource.query(
        `insert into identity_session (id, person_id, token_hash, device, opened_at, last_seen_at, expires_at)
         values ($1, $2, $3, 'test', now(), now(), now() + interval '1 day') on conflict do nothing`,
        [uuid7(), person, createHash('sha256').update(tokenOf(person)).digest()],
      );
    }
    return table;
  }

  /** Ends the session of a person, as if she had signed out elsewhere. */
  async endSession(person: string): Promise<void> {
    const rows = await this.dataSource.query<{ id: string }[]>('select id from identity_session where person_id = $1', [
      person,
    ]);
    await this.dataSource.query('delete from identity_session where person_id = $1', [person]);
    for (const { id } of rows) this.app.get(LiveSessions).revoke(id);
  }

  /** The `Cookie` header of a person of a table. */
  cookie(person: string): string {
    return `tavolo=${tokenOf(person)}`;
  }

  /** A request below `/api/v1`, as a person (id) or as a visitor (`null`). */
  async request<Body = ProposalView>(
    person: string | null,
    method: 'GET' | 'POST' | 'PATCH',
    path: string,
    body?: unknown,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Answer<Body>> {
    const response = await fetch(`${this.url}/api/v1${path}`, {
      method,
      headers: {
        ...(person !== null && { cookie: this.cookie(person) }),
        ...(method !== 'GET' && { origin: this.url, 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, body: (text === '' ? null : JSON.parse(text)) as Body };
  }

  /** Entries of a table's log, oldest first. */
  async log(table: SmallTable, filter: LogFilter = {}): Promise<LogEntry[]> {
    const { entries } = await this.app.get(AuditLogReader).page(table.space, { limit: 100, ...filter });
    return [...entries].reverse();
  }

  /** The verdict on the table's log as anybody gets it, with the votes recounted. */
  async verify(table: SmallTable): Promise<BundleReport> {
    const zip = await this.app.get(AuditBundle).zip(table.space, { withDisclosures: true });
    const { vkey } = await this.app.get(AuditLogReader).proofState(table.space);
    return verifyBundle(unzipBundle(zip), { profile: 'votes', vkeys: [vkey] });
  }
}

const tokenOf = (person: string): string => `session-of-${person}`;
