import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Global, Module, type DynamicModule } from '@nestjs/common';
import { type NestExpressApplication } from '@nestjs/platform-express';
import { identityRoutes, type ActName, type Route } from '@tavolo/contracts';
import { instant } from '@tavolo/kernel';
import {
  ActRunner,
  AuditLogReader,
  AuditSpaces,
  Clock,
  DatabaseModule,
  type DatabaseLogins,
  MoveClock,
  PlatformModule,
  TableAccess,
  listenLocally,
  system,
  testDatabase,
  testServer,
  type LogEntry,
  type Mode,
  type TestDatabase,
} from '@tavolo/server-platform';
import { IdentityModule } from '../identity.module.js';
import { SeatInvitation } from '../invitations/seat-invitation.js';
import { identityMigrations } from '../migrations/index.js';
import { identityRecords } from '../records/index.js';
import { setUpCode } from '../setup/set-up.repository.js';
import { RememberedSeats } from './remembered-seats.js';

const publicUrl = 'http://localhost:3000';

class NobodyWatches extends TableAccess {
  override mayWatch(): Promise<boolean> {
    return Promise.resolve(false);
  }
}

@Global()
@Module({
  providers: [
    { provide: TableAccess, useClass: NobodyWatches },
    { provide: SeatInvitation, useClass: RememberedSeats },
  ],
  exports: [TableAccess, SeatInvitation],
})
class TablesStandIn {}

@Module({})
class TestModule {
  static forRoot(logins: DatabaseLogins, dataFolder: string, mode: Mode): DynamicModule {
    const config = { dataFolder, publicUrl, mode, smtp: null, trustedProxies: { hops: 1 } };
    return {
      module: TestModule,
      imports: [
        DatabaseModule.forRoot(logins, identityRecords),
        PlatformModule.forRoot({ config, version: '1.2.3', clientFolder: null, migrations: identityMigrations }),
        IdentityModule.forRoot({ config, version: '1.2.3' }),
        TablesStandIn,
      ],
    };
  }
}

/** What a request was answered with. `cookie` is what the browser would send from now on. */
export interface Answer<Body> {
  readonly status: number;
  readonly body: Body;
  readonly setCookie: string | null;
  readonly cookie: string;
  readonly retryAfter: string | null;
}

/** The body of any refusal. */
export interface ProblemBody {
  readonly code: string;
  readonly title: string;
  readonly detail: string;
  readonly params: Readonly<Record<string, unknown>>;
}

type Door = Pick<Route, 'method' | 'path'>;

interface Sent {
  readonly params?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly cookie?: string | undefined;
  readonly userAgent?: string;
  /** The network address that a proxy in front would name. */
  readonly from?: string;
}

/** Platform and identity on a database of their own, listening on a free port; tables are a stand-in that remembers. */
export class IdentityApplication {
  private constructor(
    readonly app: NestExpressApplication,
    readonly database: TestDatabase,
    private readonly folder: string,
    readonly url: string,
  ) {}

  static async start(mode: Mode = 'test'): Promise<IdentityApplication> {
    const database = await testDatabase(identityRecords, identityMigrations);
    const folder = await mkdtemp(join(tmpdir(), 'tavolo-identity-'));
    const module = TestModule.forRoot(database, folder, mode);
    const app = await testServer(module);
    return new IdentityApplication(app, database, folder, await listenLocally(app));
  }

  async close(): Promise<void> {
    await this.app.close();
    await this.database.close();
    await rm(this.folder, { recursive: true, force: true });
  }

  get runner(): ActRunner {
    return this.app.get(ActRunner);
  }

  /** Calls a route and parses a good answer as the contract says. */
  async call<P, Q, B, R>(route: Route<P, Q, B, R>, sent: Sent = {}): Promise<Answer<R>> {
    const answer = await this.send(route, sent);
    if (answer.status !== 200) throw new Error(`${route.path} was refused: ${JSON.stringify(answer.body)}`);
    return { ...answer, body: parsed(route, answer.body) };
  }

  /** Calls a route that must refuse. */
  async refused(route: Door, sent: Sent = {}): Promise<Answer<ProblemBody>> {
    const answer = await this.send(route, sent);
    if (answer.status < 400) throw new Error(`${route.path} was not refused: ${JSON.stringify(answer.body)}`);
    return { ...answer, body: answer.body as ProblemBody };
  }

  /** Calls a route, whatever it answers. */
  async send({ method, path }: Door, sent: Sent = {}): Promise<Answer<unknown>> {
    const { params = {}, body, cookie, from, userAgent = 'Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0' } = sent;
    const place = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params[name] ?? ''));
    const response = await fetch(`${this.url}/api/v1${place}`, {
      method,
      headers: {
        'user-agent': userAgent,
        ...(method === 'GET' ? {} : { origin: publicUrl, 'content-type': 'application/json' }),
        ...(cookie === undefined ? {} : { cookie }),
        ...(from === undefined ? {} : { 'x-forwarded-for': from }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const setCookie = response.headers.get('set-cookie');
    const text = await response.text();
    return {
      status: response.status,
      body: text === '' ? null : (JSON.parse(text) as unknown),
      setCookie,
      cookie: setCookie?.split(';')[0] ?? cookie ?? '',
      retryAfter: response.headers.get('retry-after'),
    };
  }

  /** Sets the installation up; returns the cookie of its administrator. */
  async administrator(email = 'ada@example.org', password = 'a long enough secret'): Promise<string> {
    const code = await setUpCode(this.database.dataSource.manager, this.app.get(Clock).now());
    const body = { code, name: 'Ada', email, password, language: 'en' };
    return (await this.call(identityRoutes.setUp, { body })).cookie;
  }

  /** Invites somebody and accepts in her place; returns her cookie. */
  async member(administrator: string, email: string, password = 'a long enough secret'): Promise<string> {
    const invited = { email, name: email.split('@')[0], language: 'en', seat: null, administrator: false };
    await this.call(identityRoutes.invite, { cookie: administrator, body: invited });
    const params = { token: await this.tokenInMailTo(email) };
    return (await this.call(identityRoutes.acceptInvitation, { params, body: { name: invited.name, password } }))
      .cookie;
  }

  /** The mails to an address, the newest first. */
  async mailsTo(email: string): Promise<readonly { subject: string; text: string; language: string }[]> {
    const { body } = await this.call(identityRoutes.outbox);
    return body.filter(({ to }) => to === email);
  }

  /** The token of the link in the newest mail to an address. */
  async tokenInMailTo(email: string): Promise<string> {
    const token = /\/(?:invitation|reset-password)\/([A-Za-z0-9_-]+)/.exec(
      (await this.mailsTo(email))[0]?.text ?? '',
    )?.[1];
    if (token === undefined) throw new Error(`no link was sent to ${email}`);
    return token;
  }

  /** Entries of the log of the installation, newest first. */
  async log(act?: ActName): Promise<readonly LogEntry[]> {
    const { id } = await this.app.get(AuditSpaces).system(this.database.dataSource.manager);
    return (await this.app.get(AuditLogReader).page(id, { act, limit: 100 })).entries;
  }

  /** Puts the clock of the rules to a moment; it does not move real time. */
  async setClock(now: string): Promise<void> {
    await this.runner.run(this.app.get(MoveClock), { now: instant(now) }, system);
  }
}

function parsed<P, Q, B, R>({ path, response }: Route<P, Q, B, R>, body: unknown): R {
  if (response === undefined) throw new Error(`${path} promises no answer`);
  return response.parse(body);
}
