import { createHash, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { CreateAccount, CreatePerson } from '@tavolo/server-identity';
import {
  ActRunner,
  createLog,
  listenLocally,
  loadConfig,
  system,
  testDatabase,
  type Act,
  type Mode,
  type TestDatabase,
} from '@tavolo/server-platform';
import { ProposalFinder, TextImport } from '@tavolo/server-proposals';
import { CreateTable, FillSeat, GiveRole } from '@tavolo/server-tables';
import { createApplication } from '../application.js';
import { migrations, records } from '../contexts.js';

const rulebook = {
  key: 'RB-1',
  version: 1,
  adoptedOn: '2026-01-10',
  zone: 'Europe/Rome',
  holidays: { country: 'IT', local: [] },
  mode: 'planning',
  parties: ['public', 'third_sector'],
  quorum: { overall: { fraction: '1/2', strict: true }, emptySector: 'block' },
  decision: { first: 'ballot', base: 'cast', threshold: { fraction: '1/2', strict: true }, concurrence: [] },
  hold: null,
  maxReferBack: 1,
  mediationDays: 15,
  negotiationDays: 120,
  ratificationDays: 15,
  maxConsentRounds: 2,
  ratifyingOrgan: null,
};
const place = { organisation: null, level: 'local', right: 'vote', assesses: false, decidingAuthority: false };

/** Somebody whom the installation knows. */
export interface Person {
  readonly id: string;
  readonly name: string;
}

/** A table with two seats. */
export interface MadeTable {
  readonly key: string;
  readonly seats: readonly string[];
}

/** For tests: the application as the process serves it, on a database of its own, listening on a free port. */
export class WholeApplication {
  private constructor(
    readonly app: NestExpressApplication,
    readonly database: TestDatabase,
    private readonly dataFolder: string,
    readonly url: string,
  ) {}

  static async start(env: NodeJS.ProcessEnv = {}): Promise<WholeApplication> {
    const database = await testDatabase(records, migrations);
    const dataFolder = mkdtempSync(join(tmpdir(), 'tavolo-whole-'));
    const app = await made(database, dataFolder, 'test', env);
    return new WholeApplication(app, database, dataFolder, await listenLocally(app));
  }

  async close(): Promise<void> {
    await this.app.close();
    await this.database.close();
    rmSync(this.dataFolder, { recursive: true });
  }

  /** The same installation in another mode, started but not listening. */
  inMode(mode: Mode): Promise<NestExpressApplication> {
    return made(this.database, this.dataFolder, mode, {});
  }

  /** Performs an act as the system. */
  perform<Outcome>(act: abstract new (...parts: never[]) => Act<unknown, Outcome>, command: unknown): Promise<Outcome> {
    return this.app.get(ActRunner).run(this.app.get(act), command, system);
  }

  async person(name: string): Promise<Person> {
    return { id: (await this.perform(CreatePerson, { name })).id, name };
  }

  async administrator(name: string): Promise<Person> {
    const person = await this.person(name);
    const email = `${person.id}@example.org`;
    await this.perform(CreateAccount, { person: person.id, email, administrator: true });
    return person;
  }

  /** A table that negotiates, or another: a seat of the public bodies and one of the third sector. */
  async table(
    key: string,
    visibility: 'public' | 'members',
    rules: Readonly<Record<string, unknown>> = rulebook,
  ): Promise<MadeTable> {
    const { seats } = await this.perform(CreateTable, {
      key,
      area: null,
      name: { en: key, it: key },
      visibility,
      rulebook: { ...rules, key: `RB-${key}` },
      seats: [
        { ...place, sector: 'public', decidingAuthority: rules.mode === 'consultation' },
        { ...place, sector: 'third_sector', assesses: true },
      ],
    });
    return { key, seats };
  }

  /** Gives a seat to a person; returns her pseudonym at the table. */
  async sit({ key, seats }: MadeTable, seat: number, person: Person, as: 'holder' | 'deputy' = 'holder') {
    return (await this.perform(FillSeat, { table: key, seat: seats[seat], person: person.id, as })).member;
  }

  async guide({ key }: MadeTable, person: Person, role = 'facilitator'): Promise<void> {
    await this.perform(GiveRole, { table: key, role, person: person.id });
  }

  /** Begins a proposal as a member who has the pseudonym; returns its key and the id of its text. */
  async draft(table: MadeTable, by: Person, member: string, title: string, words: string) {
    const path = `/api/v1/tables/${table.key}/proposals`;
    const drafted = await this.request('POST', path, by, { title, language: 'en' });
    const { key } = (await drafted.json()) as { key: string };
    const found = await this.app.get(ProposalFinder).find(key);
    if (!found) throw new Error(`${title} was not drafted: ${drafted.status}`);
    const content = [{ type: 'text' as const, text: words }];
    const text = { clauses: [{ id: 'c1', blocks: [{ type: 'paragraph' as const, content }] }] };
    await this.app.get(TextImport).write({ proposal: found.id, member, text, at: found.createdAt });
    return { key, id: found.id };
  }

  act(person: Person, proposal: string, name: string, body: object = {}): Promise<Response> {
    return this.request('POST', `/api/v1/proposals/${proposal}/acts/${name}`, person, body);
  }

  /** Each request comes with a session of its own: one that ends its session takes nothing from the next. */
  async request(method: string, path: string, person: Person | null, body?: unknown): Promise<Response> {
    const headers = new Headers({ origin: this.url, 'content-type': 'application/json' });
    if (person !== null) headers.set('cookie', (await this.session(person)).cookie);
    return fetch(`${this.url}${path}`, { method, headers, ...(body !== undefined && { body: JSON.stringify(body) }) });
  }

  /** Signs a person in. */
  async session({ id: person }: Person): Promise<{ readonly id: string; readonly cookie: string }> {
    const [id, token] = [randomUUID(), randomUUID()];
    await this.database.dataSource.query(
      `insert into identity_session (id, person_id, token_hash, device, opened_at, last_seen_at, expires_at)
       values ($1, $2, $3, 'test', now(), now(), now() + interval '1 day')`,
      [id, person, createHash('sha256').update(token).digest()],
    );
    return { id, cookie: `tavolo=${token}` };
  }
}

async function made(
  database: TestDatabase,
  dataFolder: string,
  mode: Mode,
  env: NodeJS.ProcessEnv,
): Promise<NestExpressApplication> {
  const config = loadConfig({ TAVOLO_DATA: dataFolder, TAVOLO_MODE: mode, ...env });
  const options = { config, version: '0.0.0', database, clientFolder: null };
  const app = await createApplication(options, createLog('silent'));
  return app.init();
}
