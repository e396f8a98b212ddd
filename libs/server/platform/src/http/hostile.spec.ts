import { jest } from '@jest/globals';
import { route } from '@tavolo/contracts';
import { Controller } from '@nestjs/common';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { z } from 'zod';
import { testDatabase, type TestDatabase } from '../database/test-database.js';
import { platformApp, type PlatformApp } from '../testing/platform-app.js';
import { Handles, Input, type InputOf } from './handles.js';

jest.setTimeout(30_000);

const keep = route({
  method: 'POST',
  path: '/kept/{name}',
  summary: 'Keep',
  does: { act: 'proposal.retitled' },
  public: true,
  params: z.object({ name: z.string() }),
  body: z.object({ title: z.string().max(50) }),
});
const look = route({ method: 'GET', path: '/looked', summary: 'Look', does: { reads: 'things' }, public: true });

@Controller()
class KeepingController {
  @Handles(keep)
  keep(@Input() { body }: InputOf<typeof keep>) {
    return { body, polluted: 'polluted' in {} };
  }

  @Handles(look)
  look() {
    return {};
  }
}

describe('what no honest client sends', () => {
  let database: TestDatabase;
  let platform: PlatformApp;
  let folder: string;

  beforeAll(async () => {
    database = await testDatabase([], []);
    folder = mkdtempSync(join(tmpdir(), 'tavolo-hostile-'));
    mkdirSync(join(folder, 'client'));
    writeFileSync(join(folder, 'client/index.html'), '<title>Tavolo</title>');
    writeFileSync(join(folder, 'client/app.js'), 'export {};');
    writeFileSync(join(folder, 'secret.txt'), 'secret');
    platform = await platformApp(database, [KeepingController], { clientFolder: join(folder, 'client') });
  });

  afterAll(async () => {
    await platform.close();
    await database.close();
    rmSync(folder, { recursive: true });
  });

  interface Got {
    readonly status: number;
    readonly headers: Readonly<Record<string, string | string[] | undefined>>;
    readonly text: string;
  }
  /** Unlike `fetch` it sends paths and methods as they are written. */
  const send = (
    method: string,
    path: string,
    headers: Readonly<Record<string, string>> = {},
    body: Buffer | string = '',
  ) =>
    new Promise<Got>((resolve, reject) => {
      const { hostname, port } = new URL(platform.url);
      const sent = request({ hostname, port, method, path, headers, agent: false }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            text: Buffer.concat(chunks).toString(),
          }),
        );
      });
      sent.on('error', reject);
      sent.end(body);
    });
  const own = { origin: 'http://localhost:3000', 'content-type': 'application/json' };
  const post = (body: Buffer | string, headers: Readonly<Record<string, string>> = {}) =>
    send('POST', '/api/v1/kept/x', { ...own, ...headers }, body);
  const codeOf = ({ status, text }: Got) => [status, (JSON.parse(text) as { code: string }).code];

  it.each([
    '/../secret.txt',
    '/..%2fsecret.txt',
    '/%2e%2e/secret.txt',
    '/assets/..%5c..%5csecret.txt',
    '/..;/secret.txt',
    '//secret.txt',
    '/app.js/../../secret.txt',
    '/secret.txt%00.js',
    '/__proto__',
    '/constructor',
  ])('finds no file beside the client under %s', async (path) => {
    const { status, text } = await send('GET', path);
    expect(text).not.toContain('secret\n');
    expect(text).not.toBe('secret');
    expect(status).toBe(404);
  });

  it('finds nothing under an address that cannot be read', async () => {
    expect(codeOf(await send('POST', '/api/v1/kept/%E0%A4%A', own, '{"title":"x"}'))).toEqual([404, 'not_found']);
  });

  it('gives an object no prototype from a body', async () => {
    for (const body of [
      '{"title":"x","__proto__":{"polluted":1}}',
      '{"title":"x","constructor":{"prototype":{"polluted":1}}}',
    ]) {
      expect(JSON.parse((await post(body)).text)).toEqual({ body: { title: 'x' }, polluted: false });
    }
  });

  it.each([
    ['no JSON', '{"title":', [400, 'malformed_json']],
    ['a bare word', '"title"', [400, 'malformed_json']],
    ['a name that is given twice', '{"title":"read","title":"meant"}', [400, 'malformed_json']],
    ['a name that is given twice in another spelling', '{"title":"a","\\u0074itle":"b"}', [400, 'malformed_json']],
    ['nothing', '', [400, 'invalid_input']],
    ['a list', '[]', [400, 'invalid_input']],
    ['another type', '{"title":1}', [400, 'invalid_input']],
    ['an object for a word', '{"title":{"$ne":null}}', [400, 'invalid_input']],
    [
      'an object with a length for a word',
      '{"title":{"length":{"toString":null,"valueOf":null}}}',
      [400, 'invalid_input'],
    ],
    ['lists in lists', '['.repeat(100_000) + ']'.repeat(100_000), [400, 'invalid_input']],
    ['too much', JSON.stringify({ title: 'x'.repeat(400_000) }), [413, 'too_large']],
  ])('refuses %s', async (_, body, expected) => {
    expect(codeOf(await post(body))).toEqual(expected);
  });

  it('reads JSON in UTF-8 alone', async () => {
    const body = Buffer.from('{"title":"x"}', 'utf16le');
    const type = { 'content-type': 'application/json; charset=utf-16le' };
    expect(codeOf(await post(body, type))).toEqual([400, 'malformed_json']);
  });

  it('measures a packed body by what it holds', async () => {
    const packed = gzipSync(JSON.stringify({ title: 'x'.repeat(10_000_000) }));
    expect(codeOf(await post(packed, { 'content-encoding': 'gzip' }))).toEqual([413, 'too_large']);
    expect(codeOf(await post('{}', { 'content-encoding': 'strange' }))).toEqual([415, 'json_required']);
  });

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data', 'application/jsonp', ''])(
    'reads no body of the type "%s"',
    async (type) => {
      expect(codeOf(await post('{"title":"x"}', { 'content-type': type }))).toEqual([415, 'json_required']);
    },
  );

  it.each([{ origin: 'https://evil.example' }, { origin: 'null' }, { origin: '' }])(
    'does nothing for a page of another site: %j',
    async (headers) => {
      expect(codeOf(await post('{"title":"x"}', headers))).toEqual([403, 'foreign_origin']);
    },
  );

  it('does nothing without an origin, not even for a method that stands in for another', async () => {
    const { 'content-type': type } = own;
    expect((await send('POST', '/api/v1/kept/x', { 'content-type': type }, '{"title":"x"}')).status).toBe(403);
    const disguised = await send('GET', '/api/v1/kept/x', {
      'x-http-method-override': 'POST',
      'x-http-method': 'POST',
    });
    expect(disguised.status).toBe(404);
  });

  it('answers HEAD without a body, tells OPTIONS nothing of other sites, and knows no TRACE', async () => {
    const head = await send('HEAD', '/api/v1/looked');
    expect([head.status, head.text]).toEqual([200, '']);
    const { headers } = await send('OPTIONS', '/api/v1/kept/x', { origin: 'https://evil.example' });
    expect(Object.keys(headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
    const traced = await send('TRACE', '/api/v1/looked', { cookie: 'tavolo=anna' });
    expect(traced.status).toBeGreaterThanOrEqual(400);
    expect(traced.text).not.toContain('anna');
  });

  it.each(['/api/v1/looked', '/API/V1/looked', '/api/v1/looked/', '/api/v1/nothing', '/health'])(
    'lets nobody keep what %s answers',
    async (path) => {
      expect((await send('GET', path)).headers['cache-control']).toBe('no-store');
    },
  );
});
