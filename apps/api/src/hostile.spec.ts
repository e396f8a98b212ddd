import { jest } from '@jest/globals';
import { routesOf, type RouteFound } from '@tavolo/server-platform';
import { WholeApplication, type Person } from './testing/whole-application.js';

jest.setTimeout(240_000);

/** What stands in a path or a query where a key, an id, a number or a token is expected. */
const wrongWords = [
  '%00',
  '%25',
  '_',
  "'%20or%201=1--",
  '..%2F..%2Fetc%2Fpasswd',
  '__proto__',
  'constructor',
  '-1',
  '1e9',
  '999999999999999999999',
  'NaN',
  '%F0%9F%98%80',
  '%ED%A0%80',
  'x'.repeat(3000),
  '0190a0b0-0000-7000-8000-000000000001',
  '00000000-0000-0000-0000-00000000000g',
];

/** What stands in a body, whole or under each of its names. */
const wrongValues: readonly unknown[] = [
  null,
  true,
  -1,
  1e308,
  '',
  ' ',
  '\u0000',
  '\ud800',
  '\u202e',
  '%',
  "'; drop table proposal; --",
  'x'.repeat(100_000),
  [],
  [[[[]]]],
  {},
  { $ne: null },
  { toString: 'x', valueOf: 'x', then: 'x', toJSON: 'x', length: -1 },
  Array.from({ length: 5000 }, () => 'x'),
];

const names = [
  ...['email', 'password', 'current', 'next', 'name', 'language', 'code', 'seat', 'administrator', 'person', 'now'],
  ...['title', 'reason', 'text', 'change', 'stand', 'kind', 'clause', 'textHash', 'sector', 'ballot', 'choice'],
  ...['closesAt', 'closesOn', 'responsibilities', 'commitments', 'measures', 'reviewOn', 'amendment', 'position'],
];

describe('every door of the application, for whoever sends what no client sends', () => {
  let whole: WholeApplication;
  let member: Person;
  let ada: Person;
  let proposal: string;

  beforeAll(async () => {
    // All of it comes from one address and within a minute.
    whole = await WholeApplication.start({ ADDRESS_LIMIT_FACTOR: '1000' });
    member = await whole.person('Mia');
    ada = await whole.administrator('Ada');
    const table = await whole.table('T-OPEN', 'public');
    const pseudonym = await whole.sit(table, 0, member);
    proposal = (await whole.draft(table, member, pseudonym, 'A proposal', 'One clause.')).key;
  });

  afterAll(() => whole.close());

  const routes = (): RouteFound[] => routesOf(whole.app);
  const values = (): Readonly<Record<string, string>> => ({
    table: 'T-OPEN',
    proposal,
    act: 'proposal.retitled',
    n: '1',
    id: '0190a0b0-0000-7000-8000-000000000001',
    token: 'x'.repeat(43),
  });
  const filled = (path: string, wrong?: { readonly name: string; readonly word: string }): string =>
    path.replace(/\{(\w+)\}/g, (_, name: string) => (name === wrong?.name ? wrong.word : (values()[name] ?? '0')));

  /** What went wrong on the server's side, or was answered in another form than a problem. */
  async function faults(method: string, path: string, person: Person | null, body?: unknown): Promise<string[]> {
    const response = await whole.request(method, path, person, body);
    const text = await response.text();
    const { status, headers } = response;
    const found: string[] = [];
    const what = `${person?.name ?? 'visitor'} ${method} ${path.slice(0, 120)} ${body === undefined ? '' : JSON.stringify(body).slice(0, 80)}`;
    if (status >= 500) found.push(`${what}: ${status}`);
    if (status >= 400 && !headers.get('content-type')?.startsWith('application/problem+json')) {
      found.push(`${what}: ${status} is no problem`);
    }
    if (headers.get('cache-control')?.includes('no-store') !== true && person !== null)
      found.push(`${what}: may be kept`);
    if (headers.get('x-content-type-options') !== 'nosniff') found.push(`${what}: without headers that protect`);
    if (/at \w+ \(|node_modules|syntax for type|QueryFailed/.test(text)) found.push(`${what}: tells too much`);
    return found;
  }

  it('answers in order to wrong words in paths and queries', async () => {
    const found: string[] = [];
    for (const { method, path } of routes()) {
      const body = method === 'GET' || method === 'DELETE' ? undefined : {};
      for (const [, name = ''] of path.matchAll(/\{(\w+)\}/g)) {
        for (const word of wrongWords) {
          found.push(...(await faults(method, filled(path, { name, word }), ada, body)));
        }
      }
    }
    for (const name of [
      'act',
      'subject',
      'actor',
      'from',
      'to',
      'before',
      'limit',
      '__proto__',
      'limit[]',
      'from[a]',
    ]) {
      for (const word of wrongWords) {
        for (const path of ['/api/v1/tables/T-OPEN/log', '/api/v1/log']) {
          found.push(...(await faults('GET', `${path}?${name}=${word}`, ada)));
          found.push(...(await faults('GET', `${path}?${name}=${word}&${name}=${word}`, ada)));
        }
      }
    }
    expect(found).toEqual([]);
  });

  it('answers in order to wrong values in bodies', async () => {
    const found: string[] = [];
    for (const { method, path } of routes().filter((route) => !['GET', 'DELETE'].includes(route.method))) {
      for (const value of wrongValues) {
        const all = Object.fromEntries(names.map((name) => [name, value]));
        const body = JSON.stringify(all).length > 250_000 ? { title: value, name: value, reason: value } : all;
        for (const person of [member, null]) {
          for (const sent of [value, body]) found.push(...(await faults(method, filled(path), person, sent)));
        }
      }
    }
    expect(found).toEqual([]);
  });

  it('finds what is asked for by its whole name, and never by a pattern', async () => {
    for (const pattern of ['%25', 'T-%25', 'T_OPEN', '_-OPEN', 'T-OPE_', 't-open%25']) {
      expect((await whole.request('GET', `/api/v1/tables/${pattern}`, ada)).status).toBeGreaterThanOrEqual(400);
      const log = await whole.request('GET', `/api/v1/tables/T-OPEN/log?subject=${pattern}`, ada);
      const body = (await log.json()) as { entries?: unknown[] };
      expect(body.entries ?? []).toEqual([]);
    }
  });
});
