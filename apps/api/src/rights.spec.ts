import { randomUUID } from 'node:crypto';
import { jest } from '@jest/globals';
import { DemoImport } from '@tavolo/server-demo';
import { doors, rightsMatrix, routesOf, type RouteFound } from '@tavolo/server-platform';
import { WholeApplication, type Person } from './testing/whole-application.js';

jest.setTimeout(120_000);

const roles = ['visitor', 'elsewhere', 'administrator', 'member', 'facilitator'] as const;
type Role = (typeof roles)[number];

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
  'POST /api/v1/people/{id}/acts/subject.erased': { basis: 'own_request', reason: 'Asked for by letter' },
  'POST /api/v1/invitation-links/{token}': { name: 'Nobody', password: 'a long enough secret' },
  'POST /api/v1/clock': { now: '2026-11-24T08:00:00.000Z' },
  // The wrong person convenes: nothing is opened by trying who may.
  'POST /api/v1/tables': {
    name: { en: 'Nobody convenes it' },
    area: null,
    preset: 'it-art55-co-design',
    convener: '00000000-0000-4000-8000-000000000000',
    seats: { public: 1 },
    visibility: 'public',
  },
  'POST /api/v1/tables/{table}/acts/{act}': { role: 'secretary', member: 'm_nobody' },
  'POST /api/v1/tables/{table}/proposals': { title: 'A further proposal', language: 'en' },
};

/** Parts of the address of a tile, as many as the path has: a full one, one with a single hash, one of a large log. */
function tileAt(path: string): Readonly<Record<string, string>> {
  if (path.endsWith('/{third}')) return { level: '0', n: 'x001', second: '000.p', third: '1' };
  if (path.endsWith('/{second}')) return { level: '0', n: '000.p', second: '1' };
  return path.endsWith('/tile/{level}/{n}') ? { level: '0', n: '000' } : {};
}

describe('who gets what at which door', () => {
  let whole: WholeApplication;
  const people = new Map<Role, Person>();
  /** The proposal of each table. */
  const proposals = new Map<string, string>();

  beforeAll(async () => {
    whole = await WholeApplication.start();
    people.set('administrator', await whole.administrator('administrator'));
    for (const role of ['elsewhere', 'member', 'facilitator'] as const) people.set(role, await whole.person(role));
    await table('T-MEMBERS', 'members');
    await table('T-PUBLIC', 'public');
    await whole.sit(await whole.table('T-OTHER', 'members'), 0, people.get('elsewhere')!);
    await clockAt('2026-11-24T08:00:00.000Z');
  });

  afterAll(() => whole.close());

  it('is written down here for a table of members', async () => {
    expect(await matrixOf('T-MEMBERS')).toMatchSnapshot();
  });

  it('is written down here for a public table, where it differs', async () => {
    const matrix = await matrixOf('T-PUBLIC');
    expect(matrix.filter((line) => /\{(table|proposal)\}/.test(line))).toMatchSnapshot();
  });

  it('is nothing for visitors unless a door is public', async () => {
    const closed = routesOf(whole.app).filter(({ declares }) => declares.public !== true);
    expect(closed.length).toBeGreaterThan(10);
    for (const route of closed) {
      expect([route.path, await knockAt('T-PUBLIC', 'visitor', route)]).toEqual([route.path, 401]);
    }
  });

  it('has the doors of the demonstration in a demonstration only', async () => {
    const demonstration = await whole.inMode('demo');
    const ordinary = doors(whole.app);
    expect(doors(demonstration).filter((door) => !ordinary.includes(door))).toEqual([
      'GET /api/v1/demo/people reads demo people [public]',
      'POST /api/v1/demo/session performs session.opened [public]',
    ]);
    expect(ordinary.filter((door) => door.includes('/demo/'))).toEqual([]);
    expect(demonstration.get(DemoImport)).toBeInstanceOf(DemoImport);
    expect(() => whole.app.get(DemoImport)).toThrow();
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

  /** A table with a member and a facilitator, and a proposal that the member has submitted. */
  async function table(key: string, visibility: 'public' | 'members'): Promise<void> {
    const made = await whole.table(key, visibility);
    const by = people.get('member')!;
    const member = await whole.sit(made, 0, by);
    await whole.guide(made, people.get('facilitator')!);
    const proposal = await whole.draft(made, by, member, 'A proposal', 'One clause.');
    proposals.set(key, proposal.key);
    for (const act of ['proposal.frozen', 'negotiation.reopened', 'proposal.submitted']) {
      expect([act, (await whole.act(by, proposal.key, act)).status]).toEqual([act, 200]);
    }
  }

  const clockAt = (now: string) => request('POST', '/api/v1/clock', 'administrator', { now });

  const matrixOf = (key: string) => rightsMatrix(whole.app, roles, (role, route) => knockAt(key, role, route));

  async function knockAt(key: string, role: Role, { method, path }: RouteFound): Promise<number> {
    const values: Readonly<Record<string, string>> = {
      table: key,
      proposal: proposals.get(key)!,
      act: path.includes('/tables/') ? 'role.given' : 'negotiation.opened',
      n: '1',
      id: randomUUID(),
      token: 'x'.repeat(43),
      entry: randomUUID(),
      ...tileAt(path),
    };
    const asked = path.replace(/\{(\w+)\}/g, (_, name: string) => values[name]!);
    const body = method === 'GET' || method === 'DELETE' ? undefined : (bodies[`${method} ${path}`] ?? {});
    const answer = await request(method, asked, role, body);
    await answer.arrayBuffer();
    return answer.status;
  }

  function request(method: string, path: string, role: Role, body?: object): Promise<Response> {
    // Limits count by account: nobody is asked for twice.
    const text = body && JSON.stringify(body).replace('ANYBODY', `${randomUUID()}@example.org`);
    return whole.request(method, path, people.get(role) ?? null, text && (JSON.parse(text) as object));
  }
});
