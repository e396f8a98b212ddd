import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Global, Module, type DynamicModule, type Type } from '@nestjs/common';
import { type NestExpressApplication } from '@nestjs/platform-express';
import { type ActName } from '@tavolo/contracts';
import { instant } from '@tavolo/kernel';
import {
  CreateAccount,
  CreatePerson,
  IdentityModule,
  identityMigrations,
  identityRecords,
} from '@tavolo/server-identity';
import {
  ActRunner,
  AuditLogReader,
  DatabaseModule,
  type DatabaseLogins,
  MoveClock,
  PlatformModule,
  listenLocally,
  system,
  testDatabase,
  testServer,
  uuid7,
  type Act,
  type LogEntry,
  type TestDatabase,
  type Who,
} from '@tavolo/server-platform';
import { tablesMigrations } from '../migrations/index.js';
import { type TableFacts } from '../policy/table-facts.js';
import { TablePolicy } from '../policy/table-policy.js';
import { Expectations, TableContents, type Contents } from '../ports/table-contents.js';
import { tablesRecords } from '../records/index.js';
import { TablesModule } from '../tables.module.js';
import { CreateTable, type CreateTableCommand } from '../tables/create-table.act.js';
import { planning } from './rulebooks.js';

const records = [...identityRecords, ...tablesRecords];
const migrations = [...identityMigrations, ...tablesMigrations];
const publicUrl = 'http://localhost:3000';

class NothingOnTheTable extends TableContents {
  override of(): Promise<Contents> {
    return Promise.resolve({ proposals: [], decisions: [] });
  }

  override openProposals(): Promise<Map<string, number>> {
    return Promise.resolve(new Map<string, number>());
  }
}

class NothingExpected extends Expectations {
  override of(): Promise<readonly never[]> {
    return Promise.resolve([]);
  }
}

@Global()
@Module({
  providers: [
    { provide: TableContents, useClass: NothingOnTheTable },
    { provide: Expectations, useClass: NothingExpected },
  ],
  exports: [TableContents, Expectations],
})
class ProposalsStandIn {}

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
        ProposalsStandIn,
      ],
    };
  }
}

/** Somebody with a session. */
export interface Someone {
  readonly id: string;
  readonly who: Who;
  readonly cookie: string;
}

export interface Answer<Body> {
  readonly status: number;
  readonly body: Body;
  readonly headers: Headers;
}

/** Platform, identity and tables on a database of their own, listening on a free port; no proposals. */
export class TablesApplication {
  private constructor(
    readonly app: NestExpressApplication,
    readonly database: TestDatabase,
    private readonly folder: string,
    private readonly url: string,
  ) {}

  static async start(now = '2026-11-24T08:00:00.000Z'): Promise<TablesApplication> {
    const database = await testDatabase(records, migrations);
    const folder = await mkdtemp(join(tmpdir(), 'tavolo-tables-'));
    const app = await testServer(TestModule.forRoot(database, folder));
    const tables = new TablesApplication(app, database, folder, await listenLocally(app));
    await tables.setClock(now);
    return tables;
  }

  async close(): Promise<void> {
    await this.app.close();
    await this.database.close();
    await rm(this.folder, { recursive: true, force: true });
  }

  /** Runs an act, as the system unless somebody is named. */
  run<Command, Outcome>(act: Type<Act<Command, Outcome>>, command: unknown, who: Who = system): Promise<Outcome> {
    return this.app.get(ActRunner).run(this.app.get(act), command, who);
  }

  /** What a refused act says. */
  refusal<Command, Outcome>(act: Type<Act<Command, Outcome>>, command: unknown, who: Who = system): Promise<string> {
    return this.run(act, command, who).then(
      () => 'done',
      (error: unknown) => (error as { content?: { code: string } }).content?.code ?? String(error),
    );
  }

  async setClock(now: string): Promise<void> {
    await this.app.get(ActRunner).run(this.app.get(MoveClock), { now: instant(now) }, system);
  }

  /** A person with a session, and if wanted an administrator's account. */
  async person(name: string, administrator = false): Promise<Someone> {
    const title = { en: `Title of ${name}` };
    const { id } = await this.run(CreatePerson, { name, title, contact: `${name.toLowerCase()}@example.org` });
    if (administrator) {
      await this.run(CreateAccount, { person: id, email: `${name.toLowerCase()}@example.org`, administrator });
    }
    const [session, token] = [uuid7(), `session-of-${id}`];
    await this.database.dataSource.query(
      `insert into identity_session (id, person_id, token_hash, device, opened_at, last_seen_at, expires_at)
       values ($1, $2, $3, 'test', now(), now(), now() + interval '1 day')`,
      [session, id, createHash('sha256').update(token).digest()],
    );
    return { id, who: { kind: 'person', person: id, session }, cookie: `tavolo=${token}` };
  }

  /** A table with a seat of each sector, the market with voice only, under a planning rulebook. */
  async table(key: string, changes: Partial<CreateTableCommand> = {}): Promise<TableFacts> {
    const seat = { organisation: null, right: 'vote' } as const;
    await this.run(CreateTable, {
      key,
      area: null,
      name: { en: `Table ${key}`, it: `Tavolo ${key}` },
      visibility: 'public',
      seats: [
        { ...seat, sector: 'public', decidingAuthority: true },
        { ...seat, sector: 'third_sector' },
        { ...seat, sector: 'citizens' },
        { ...seat, sector: 'market', right: 'voice' },
      ],
      rulebook: planning(1),
      ...changes,
    } satisfies CreateTableCommand);
    return (await this.policy.of(system, key)).table;
  }

  get policy(): TablePolicy {
    return this.app.get(TablePolicy);
  }

  /** Entries of the log of a table, newest first. */
  async log({ space }: Pick<TableFacts, 'space'>, act?: ActName): Promise<readonly LogEntry[]> {
    return (await this.app.get(AuditLogReader).page(space, { act, limit: 100 })).entries;
  }

  /** Reads below `/api/v1`, as somebody or as a visitor. */
  async get<Body>(path: string, reader: Someone | null = null): Promise<Answer<Body>> {
    const response = await this.fetch(path, reader);
    return { status: response.status, body: (await response.json()) as Body, headers: response.headers };
  }

  fetch(path: string, reader: Someone | null): Promise<Response> {
    return fetch(`${this.url}/api/v1${path}`, reader === null ? {} : { headers: { cookie: reader.cookie } });
  }

  /** Where the interface is. */
  get address(): string {
    return `${this.url}/api/v1`;
  }

  /** Sends below `/api/v1`. */
  async post<Body>(path: string, body: unknown, sender: Someone | null = null): Promise<Answer<Body>> {
    const response = await fetch(`${this.url}/api/v1${path}`, {
      method: 'POST',
      headers: { origin: publicUrl, 'content-type': 'application/json', ...(sender && { cookie: sender.cookie }) },
      body: JSON.stringify(body),
    });
    return { status: response.status, body: (await response.json()) as Body, headers: response.headers };
  }
}
