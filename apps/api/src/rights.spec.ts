import { createHash, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { jest } from '@jest/globals';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { DemoImport } from '@tavolo/server-demo';
import { CreateAccount, CreatePerson } from '@tavolo/server-identity';
import {
  ActRunner,
  createLog,
  doors,
  loadConfig,
  rightsMatrix,
  routesOf,
  system,
  testDatabase,
  type Act,
  type RouteFound,
  type TestDatabase,
} from '@tavolo/server-platform';
import { ProposalFinder, TextImport } from '@tavolo/server-proposals';
import { CreateTable, FillSeat, GiveRole } from '@tavolo/server-tables';
import { createApplication } from './application.js';
import { migrations, records } from './contexts.js';

jest.setTimeout(120_000);

const roles = ['visitor', 'elsewhere', 'administrator', 'member', 'facilitator'] as const;
type Role = (typeof roles)[number];

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

/** What is sent to routes that take something: right in form, so that only rights and rules can refuse it. */
const bodies: Readonly<Record<string, object>> = {
  'POST /api/v1/session': { email: 'nobody@example.org', password: 'a long enough secret' },
  'PATCH /api/v1/account': { language: 'it' },
  'POST /api/v1/account/password': { current: 'wrong', next: 'a long enough secret' },
  'POST /api/v1/password-resets': { email: 'ANYBODY' },
  'POST /api/v1/password-resets/{token}': { password: 'a long enough secret' },
  'POST /api/v1/setup': {
    code: 'ABCDEFGHJK',
    name: 'Nobody',
    email: 'nobody@example.org',
    password: 'a long enough secret',
    language: 'en',
    area: { en: 'Nowhere', it: 'In nessun luogo' },
  },
  'POST /api/v1/invitations': { email: 'guest@example.org', name: 'Guest', language: 'en', seat: null },
  'POST /api/v1/invitation-links/{token}': { name: 'Nobody', password: 'a long enough secret' },
  'POST /api/v1/clock': { now: '2026-11-24T08:00:00.000Z' },
  'POST /api/v1/tables/{table}/proposals': { title: 'A further proposal', language: 'en' },
};

describe('who gets what at which door', () => {
  let database: TestDatabase;
  let app: NestExpressApplication;
  let dataFolder: string;
  let url: string;
  const people = new Map<Role, string>();
  /** The proposal of each table. */
  const proposals = new Map<string, string>();

  beforeAll(async () => {
    database = await testDatabase(records, migrations);
    dataFolder = mkdtempSync(join(tmpdir(), 'tavolo-rights-'));
    app = await applicationIn('test');
    await app.listen(0, '127.0.0.1');
    url = `http://127.0.0.1:${(app.getHttpServer().address() as AddressInfo).port}`;
    for (const role of roles.filter((one) => one !== 'visitor')) {
      people.set(role, (await perform(CreatePerson, { name: role })).id);
    }
    const account = { person: people.get('administrator'), email: 'ada@example.org', administrator: true };
    await perform(CreateAccount, account);
    await table('T-MEMBERS', 'members');
    await table('T-PUBLIC', 'public');
    const other = await perform(CreateTable, tableCommand('T-OTHER', 'members'));
    await sit('T-OTHER', other.seats[0], 'elsewhere');
    await clockAt('2026-11-24T08:00:00.000Z');
  });

  afterAll(async () => {
    await app.close();
    await database.close();
    rmSync(dataFolder, { recursive: true });
  });

  it('is written down here for a table of members', async () => {
    expect(await matrixOf('T-MEMBERS')).toMatchSnapshot();
  });

  it('is written down here for a public table, where it differs', async () => {
    const matrix = await matrixOf('T-PUBLIC');
    expect(matrix.filter((line) => /\{(table|proposal)\}/.test(line))).toMatchSnapshot();
  });

  it('is nothing for visitors unless a door is public', async () => {
    const closed = routesOf(app).filter(({ declares }) => declares.public !== true);
    expect(closed.length).toBeGreaterThan(10);
    for (const route of closed) {
      expect([route.path, await knockAt('T-PUBLIC', 'visitor', route)]).toEqual([route.path, 401]);
    }
  });

  it('has the doors of the demonstration in a demonstration only', async () => {
    const demonstration = await applicationIn('demo');
    const ordinary = doors(app);
    expect(doors(demonstration).filter((door) => !ordinary.includes(door))).toEqual([
      'GET /api/v1/demo/people reads demo people [public]',
      'POST /api/v1/demo/session performs session.opened [public]',
    ]);
    expect(ordinary.filter((door) => door.includes('/demo/'))).toEqual([]);
    expect(demonstration.get(DemoImport)).toBeInstanceOf(DemoImport);
    expect(() => app.get(DemoImport)).toThrow();
    await demonstration.close();
    for (const [method, path] of [
      ['GET', '/api/v1/demo/people'],
      ['POST', '/api/v1/demo/session'],
      ['GET', '/api/v1/demo/anything'],
    ] as const) {
      const answer = await request(method, path, 'visitor', method === 'POST' ? { person: 'm01' } : undefined);
      expect([path, answer.status]).toEqual([path, 404]);
    }
  });

  async function applicationIn(mode: 'test' | 'demo'): Promise<NestExpressApplication> {
    const config = loadConfig({ TAVOLO_DATA: dataFolder, TAVOLO_MODE: mode });
    const options = { config, version: '0.0.0', appUrl: database.appUrl, clientFolder: null };
    const made = await createApplication(options, createLog('silent'));
    await made.init();
    return made;
  }

  const perform = <Outcome>(
    act: abstract new (...parts: never[]) => Act<unknown, Outcome>,
    command: unknown,
  ): Promise<Outcome> => app.get(ActRunner).run(app.get(act), command, system);

  const sit = (key: string, seat: string | undefined, role: Role) =>
    perform(FillSeat, { table: key, seat, person: people.get(role), as: 'holder' });

  const tableCommand = (key: string, visibility: 'public' | 'members') => ({
    key,
    area: null,
    name: { en: key, it: key },
    visibility,
    rulebook: { ...rulebook, key: `RB-${key}` },
    seats: [
      { ...place, sector: 'public' },
      { ...place, sector: 'third_sector' },
    ],
  });

  /** A table with a member and a facilitator, and a proposal that the member has submitted. */
  async function table(key: string, visibility: 'public' | 'members'): Promise<void> {
    const { seats } = await perform(CreateTable, tableCommand(key, visibility));
    const { member } = await sit(key, seats[0], 'member');
    await perform(GiveRole, { table: key, role: 'facilitator', person: people.get('facilitator') });
    const drafted = await request('POST', `/api/v1/tables/${key}/proposals`, 'member', {
      title: 'A proposal',
      language: 'en',
    });
    const { key: proposal } = (await drafted.json()) as { key: string };
    proposals.set(key, proposal);
    const found = await app.get(ProposalFinder).find(proposal);
    const content = [{ type: 'text' as const, text: 'One clause.' }];
    const text = { clauses: [{ id: 'c1', blocks: [{ type: 'paragraph' as const, content }] }] };
    await app.get(TextImport).write({ proposal: found!.id, member, text, at: found!.createdAt });
    for (const act of ['proposal.frozen', 'negotiation.reopened', 'proposal.submitted']) {
      const done = await request('POST', `/api/v1/proposals/${proposal}/acts/${act}`, 'member', {});
      expect([act, done.status]).toEqual([act, 200]);
    }
  }

  const clockAt = (now: string) => request('POST', '/api/v1/clock', 'administrator', { now });

  const matrixOf = (key: string) => rightsMatrix(app, roles, (role, route) => knockAt(key, role, route));

  async function knockAt(key: string, role: Role, { method, path }: RouteFound): Promise<number> {
    const values: Readonly<Record<string, string>> = {
      table: key,
      proposal: proposals.get(key)!,
      act: 'negotiation.opened',
      n: '1',
      id: randomUUID(),
      token: 'x'.repeat(43),
    };
    const asked = path.replace(/\{(\w+)\}/g, (_, name: string) => values[name]!);
    const body = method === 'GET' || method === 'DELETE' ? undefined : (bodies[`${method} ${path}`] ?? {});
    const answer = await request(method, asked, role, body);
    await answer.arrayBuffer();
    return answer.status;
  }

  /** Each request comes with a session of its own: one that ends its session takes nothing from the next. */
  async function request(method: string, path: string, role: Role, body?: object): Promise<Response> {
    const headers = new Headers({ origin: url, 'content-type': 'application/json' });
    const person = people.get(role);
    if (person !== undefined) headers.set('cookie', `tavolo=${await session(person)}`);
    // Limits count by address: nobody is asked for twice.
    const text = body && JSON.stringify(body).replace('ANYBODY', `${randomUUID()}@example.org`);
    return fetch(`${url}${path}`, { method, headers, ...(text !== undefined && { body: text }) });
  }

  async function session(person: string): Promise<string> {
    const token = randomUUID();
    await database.dataSource.query(
      `insert into identity_session (id, person_id, token_hash, device, opened_at, last_seen_at, expires_at)
       values ($1, $2, $3, 'test', now(), now(), now() + interval '1 day')`,
      [randomUUID(), person, createHash('sha256').update(token).digest()],
    );
    return token;
  }
});
