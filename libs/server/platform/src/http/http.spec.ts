import { logKeysSchema, problemSchema, route, tableParams, type Problem } from '@tavolo/contracts';
import { Controller, Get, Header, Post } from '@nestjs/common';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { testDatabase, type TestDatabase } from '../database/test-database.js';
import { DomainRefusal, NotFound, TooManyRequests } from '../acts/problems.js';
import { type Who } from '../acts/who.js';
import { httpRequest, type Answer } from '../testing/http-request.js';
import { platformApp, type PlatformApp } from '../testing/platform-app.js';
import { doors, rightsMatrix, undeclared } from './architecture/rules.js';
import { CurrentWho } from './current-who.js';
import { Public, Reads } from './declarations.js';
import { Handles, IdempotencyKey, Input, type InputOf } from './handles.js';

const rename = route({
  method: 'POST',
  path: '/things/{table}',
  summary: 'Rename a thing',
  does: { act: 'proposal.retitled' },
  params: tableParams,
  query: z.object({ loud: z.enum(['yes', 'no']).default('no') }),
  body: z.object({ title: z.string().min(3), count: z.number().int() }),
  response: z.object({ title: z.string() }),
});
const look = route({ method: 'GET', path: '/things', summary: 'Look', does: { reads: 'things' }, public: true });

const takeCopy = route({ method: 'GET', path: '/copy', summary: 'Copy', does: { act: 'export.made' }, public: true });

@Controller()
class ThingsController {
  copies = 0;

  @Handles(takeCopy)
  takeCopy() {
    return { copies: ++this.copies };
  }

  @Get('api/v1/kept')
  @Public()
  @Reads('things')
  @Header('Cache-Control', 'public, max-age=60')
  kept() {
    return {};
  }

  @Handles(rename)
  rename(@Input() input: InputOf<typeof rename>, @CurrentWho() who: Who, @IdempotencyKey() key: string | undefined) {
    return { ...input.body, table: input.params.table, loud: input.query.loud, who, key };
  }

  @Handles(look)
  look(@CurrentWho() who: Who) {
    return { who };
  }

  @Get('api/v1/refused')
  @Public()
  @Reads('refusals')
  refused(): never {
    throw new DomainRefusal({ code: 'no_quorum', rule: '2.1 Quorum', params: { needed: 7, present: 6 } });
  }

  @Get('api/v1/missing')
  @Public()
  @Reads('refusals')
  missing(): never {
    throw new NotFound('table');
  }

  @Get('api/v1/limited')
  @Public()
  @Reads('refusals')
  limited(): never {
    throw new TooManyRequests(30);
  }

  @Get('api/v1/broken')
  @Public()
  @Reads('refusals')
  broken(): never {
    throw new Error('password=secret');
  }
}

@Controller()
class CarelessController {
  @Post('api/v1/careless')
  careless(): null {
    return null;
  }
}

describe('HTTP', () => {
  let database: TestDatabase;
  let platform: PlatformApp;
  let client: string;

  beforeAll(async () => {
    database = await testDatabase([], []);
    client = mkdtempSync(join(tmpdir(), 'tavolo-client-'));
    mkdirSync(join(client, 'assets'));
    writeFileSync(join(client, 'index.html'), '<!doctype html><title>Tavolo</title>');
    writeFileSync(
      join(client, 'assets/index-a1b2c3d4.js'),
      `export const words = ${JSON.stringify('words '.repeat(500))};`,
    );
    platform = await platformApp(database, [ThingsController], { clientFolder: client });
  });

  afterAll(async () => {
    await platform.close();
    await database.close();
    rmSync(client, { recursive: true });
  });

  type Headers = Readonly<Record<string, string>>;
  const json = { 'Content-Type': 'application/json' };
  const own = { ...json, Cookie: 'tavolo=anna', Origin: 'http://localhost:3000' };
  const good = JSON.stringify({ title: 'Title', count: 1 });
  const get = (path: string, headers: Headers = {}) => httpRequest('GET', `${platform.url}${path}`, headers);
  const post = (path: string, body = good, headers: Headers = own) =>
    httpRequest('POST', `${platform.url}${path}`, headers, body);
  const problemOf = ({ headers, body }: Answer): Problem => {
    expect(headers.get('content-type')).toContain('application/problem+json');
    return problemSchema.parse(body);
  };

  it('hands a route what its contract makes of the request, and who asks', async () => {
    const key = '0190a0b0-0000-7000-8000-000000000001';
    const { status, body } = await post('/api/v1/things/T-FAM?loud=yes', good, { ...own, 'Idempotency-Key': key });
    const who = { kind: 'person', person: 'anna', session: 'anna' };
    expect(status).toBe(200);
    expect(body).toEqual({ title: 'Title', count: 1, table: 'T-FAM', loud: 'yes', who, key });
  });

  it('says every fault of the request at once, each with its place', async () => {
    const problem = problemOf(await post('/api/v1/things/T!?loud=perhaps', '{"title":"x","count":1.5}'));
    expect(problem).toMatchObject({ status: 400, code: 'invalid_input' });
    const places = ['params.table', 'query.loud', 'body.title', 'body.count'];
    expect(problem.issues?.map(({ path }) => path)).toEqual(places);
  });

  it.each([
    ['refused', 422, { code: 'no_quorum', rule: '2.1 Quorum', params: { needed: 7, present: 6 }, title: 'No quorum' }],
    ['missing', 404, { code: 'not_found', params: { what: 'table' } }],
    ['limited', 429, { code: 'too_many_requests', params: { retryAfterSeconds: 30 } }],
    ['nowhere', 404, { code: 'not_found' }],
  ])('answers /api/v1/%s with problem details of status %i', async (path, status, content) => {
    const answer = await get(`/api/v1/${path}`, { Accept: 'text/html' });
    expect(answer.status).toBe(status);
    expect(problemOf(answer)).toMatchObject({ status, ...content });
    expect(answer.headers.get('retry-after')).toBe(status === 429 ? '30' : null);
  });

  it('tells nothing of an unexpected error but the id under which it was logged', async () => {
    const answer = await get('/api/v1/broken');
    const problem = problemOf(answer);
    expect(problem).toMatchObject({ status: 500, code: 'internal' });
    expect(problem.instance).toMatch(/^urn:uuid:/);
    expect(answer.text).not.toContain('secret');
  });

  it('refuses what is not JSON, and what is too large', async () => {
    const large = JSON.stringify({ title: 'x'.repeat(400_000), count: 1 });
    expect(problemOf(await post('/api/v1/things/T', '{"title":'))).toMatchObject({
      status: 400,
      code: 'malformed_json',
    });
    expect(problemOf(await post('/api/v1/things/T', large))).toMatchObject({ status: 413, code: 'too_large' });
  });

  it('lets a visitor only where the route is public', async () => {
    expect((await get('/api/v1/things')).body).toEqual({ who: { kind: 'visitor' } });
    const refused = await post('/api/v1/things/T', good, { ...own, Cookie: '' });
    expect(problemOf(refused)).toMatchObject({ status: 401, code: 'no_session' });
  });

  describe('from another site', () => {
    it.each([
      ['from another host', 'https://evil.example'],
      ['from a host that only begins alike', 'http://localhost:3000.evil.example'],
      ['from another port', 'http://localhost:3001'],
      ['from a sandboxed frame', 'null'],
    ])('refuses an unsafe request %s', async (_, origin) => {
      const answer = await post('/api/v1/things/T', good, { ...own, Origin: origin });
      expect(problemOf(answer)).toMatchObject({ status: 403, code: 'foreign_origin' });
    });

    it('refuses an unsafe request without an origin', async () => {
      const answer = await post('/api/v1/things/T', good, { ...json, Cookie: 'tavolo=anna' });
      expect(problemOf(answer)).toMatchObject({ status: 403, code: 'foreign_origin' });
    });

    it.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data', 'application/jsonp'])(
      'refuses %s, which a form can send',
      async (type) => {
        const answer = await post('/api/v1/things/T', 'title=x', { ...own, 'Content-Type': type });
        expect(problemOf(answer)).toMatchObject({ status: 415, code: 'json_required' });
      },
    );

    it('no route is excepted', async () => {
      const foreign = { ...own, Origin: 'https://evil.example' };
      const matrix = await rightsMatrix(platform.app, ['foreigner'], async (_, { method, path }) => {
        if (method === 'GET') return 403;
        const address = `${platform.url}${path.replaceAll(/\{\w+\}/g, 'x')}`;
        return (await httpRequest(method, address, foreign, '{}')).status;
      });
      expect(matrix.filter((line) => !line.endsWith('foreigner 403'))).toEqual([]);
    });
  });

  describe('a GET that performs an act', () => {
    const copies = async () => (await get('/api/v1/copy')).body;

    it('performs it for this site, and for who typed the address', async () => {
      expect(await copies()).toEqual({ copies: 1 });
      expect((await get('/api/v1/copy', { 'Sec-Fetch-Site': 'same-origin' })).body).toEqual({ copies: 2 });
      expect((await get('/api/v1/copy', { 'Sec-Fetch-Site': 'none' })).body).toEqual({ copies: 3 });
    });

    it('performs nothing for HEAD, which is refused; where a GET reads, HEAD is answered', async () => {
      const refused = await httpRequest('HEAD', `${platform.url}/api/v1/copy`, {});
      expect(refused.status).toBe(405);
      expect(refused.headers.get('allow')).toBe('GET');
      expect(refused.headers.get('content-type')).toContain('application/problem+json');
      expect(await copies()).toEqual({ copies: 4 });
      expect((await httpRequest('HEAD', `${platform.url}/api/v1/things`, {})).status).toBe(200);
    });

    it('performs nothing when another site has caused it; what only reads is answered', async () => {
      const foreign = { 'Sec-Fetch-Site': 'cross-site' };
      expect(problemOf(await get('/api/v1/copy', foreign))).toMatchObject({ status: 403, code: 'foreign_origin' });
      expect(await copies()).toEqual({ copies: 5 });
      expect((await get('/api/v1/things', foreign)).status).toBe(200);
    });
  });

  it('lets nobody keep an answer of the API, unless its handler says otherwise', async () => {
    for (const path of ['things', 'refused', 'nowhere', 'broken']) {
      expect((await get(`/api/v1/${path}`)).headers.get('cache-control')).toBe('no-store');
    }
    expect((await get('/api/v1/kept')).headers.get('cache-control')).toBe('public, max-age=60');
  });

  it('sends security headers with every answer', async () => {
    for (const path of ['/', '/api/v1/things', '/api/v1/nowhere', '/health']) {
      const { headers } = await get(path);
      expect(headers.get('content-security-policy')).toContain("script-src 'self';");
      expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('same-origin');
      expect(headers.has('x-powered-by')).toBe(false);
    }
  });

  describe('the client', () => {
    it('is served for every address that a person opens, and asked about each time', async () => {
      const answer = await get('/tables/T-FAM', { Accept: 'text/html,application/xhtml+xml' });
      expect(answer.status).toBe(200);
      expect(answer.text).toContain('<title>Tavolo</title>');
      expect(answer.headers.get('cache-control')).toBe('no-cache');
      const again = await get('/', { 'If-None-Match': answer.headers.get('etag') ?? '' });
      expect(again.status).toBe(304);
    });

    it('keeps files with a hash in their name for ever, compressed', async () => {
      const { headers, text } = await get('/assets/index-a1b2c3d4.js', { 'Accept-Encoding': 'gzip, br' });
      expect(headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
      expect(headers.get('content-encoding')).toBe('br');
      expect(headers.get('content-type')).toBe('text/javascript; charset=utf-8');
      expect(Number(headers.get('content-length'))).toBeLessThan(text.length / 10);
    });

    it.each(['/assets/gone-a1b2c3d4.js', '/assets/..%2f..%2fetc/passwd'])('has nothing at %s', async (path) => {
      expect(problemOf(await get(path)).status).toBe(404);
    });
  });

  it('documents the routes it has, from their contracts', async () => {
    const { body } = await get('/api/openapi.json');
    const operation = {
      summary: 'Rename a thing',
      description: 'Act: `proposal.retitled`.',
      security: [{ session: [] }],
      parameters: [
        { name: 'table', in: 'path', required: true },
        { name: 'loud', in: 'query', required: false },
      ],
      requestBody: { content: { 'application/json': { schema: { required: ['title', 'count'] } } } },
    };
    expect(body).toMatchObject({
      openapi: '3.1.1',
      info: { version: '1.2.3' },
      paths: { '/api/v1/things/{table}': { post: operation } },
      components: { schemas: { Problem: { type: 'object' } } },
    });
  });

  it('shows the documentation as a page without scripts', async () => {
    const { headers, text } = await get('/api');
    expect(headers.get('content-type')).toContain('text/html');
    expect(text).toContain('Rename a thing');
    expect(text).not.toContain('<script');
  });

  it('tells health, with every part that must work', async () => {
    const { status, body } = await get('/health');
    expect(status).toBe(200);
    const ok: unknown = expect.objectContaining({ ok: true });
    const checks = { database: ok, migrations: ok, writing: ok, sequencer: ok, signer: ok, mail: ok };
    expect(body).toEqual({ status: 'ok', version: '1.2.3', checks });
  });

  it('publishes the keys of its logs', async () => {
    const { body } = await get('/.well-known/tavolo-log.json');
    const [log] = logKeysSchema.parse(body).logs;
    expect(log?.origin).toBe('localhost/log/system');
    expect(log?.vkey).toMatch(/^localhost\/log\/system\+[0-9a-f]{8}\+/);
  });

  it('has no door that does not say what it does', async () => {
    expect(undeclared(platform.app)).toEqual([]);
    expect(doors(platform.app)).toEqual([
      'GET /.well-known/tavolo-log.json reads keys of the logs [public]',
      'GET /api reads API documentation [public]',
      'GET /api/openapi.json reads API documentation [public]',
      'GET /api/v1/broken reads refusals [public]',
      'POST /api/v1/clock performs clock.moved',
      'GET /api/v1/copy performs export.made [public]',
      'GET /api/v1/kept reads things [public]',
      'GET /api/v1/limited reads refusals [public]',
      'GET /api/v1/missing reads refusals [public]',
      'GET /api/v1/outbox reads outbox [public]',
      'GET /api/v1/refused reads refusals [public]',
      'GET /api/v1/things reads things [public]',
      'POST /api/v1/things/{table} performs proposal.retitled',
      'GET /health reads health [public]',
      'SOCKET /live unwatch reads facts of a table [public]',
      'SOCKET /live watch reads facts of a table [public]',
    ]);
    const careless = await platformApp(database, [CarelessController]);
    expect(undeclared(careless.app)).toEqual([
      'POST /api/v1/careless (CarelessController.careless) declares neither an act nor what it reads',
    ]);
    await careless.close();
  });
});
