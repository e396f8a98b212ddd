import { jest } from '@jest/globals';
import { problemSchema, route } from '@tavolo/contracts';
import { Controller, type Type } from '@nestjs/common';
import { testDatabase, type TestDatabase } from '../database/test-database.js';
import { httpRequest, type Answer } from '../testing/http-request.js';
import { platformApp, type PlatformApp } from '../testing/platform-app.js';
import { CurrentAddress } from './current-who.js';
import { Handles } from './handles.js';
import { noticeProxy } from './proxy-notices.js';
import { ClientAddresses, type Caller } from './client-addresses.js';

// Hundreds of requests, on machines that are busy.
jest.setTimeout(60_000);

const does = { act: 'proposal.retitled' } as const;
const write = route({ method: 'POST', path: '/written', summary: 'Write', does });
const enter = route({ method: 'POST', path: '/entered', summary: 'Enter', does, public: true });
const look = route({ method: 'GET', path: '/looked', summary: 'Look', does: { reads: 'things' }, public: true });

@Controller()
class DoorsController {
  @Handles(write)
  write() {
    return {};
  }

  @Handles(enter)
  enter() {
    return {};
  }

  @Handles(look)
  look(@CurrentAddress() address: string) {
    return { address };
  }
}

describe('limits on requests', () => {
  let database: TestDatabase;
  const platforms: PlatformApp[] = [];

  beforeAll(async () => {
    database = await testDatabase([], []);
  });

  afterEach(async () => {
    for (const platform of platforms.splice(0)) await platform.close();
  });

  afterAll(() => database.close());

  type Config = NonNullable<NonNullable<Parameters<typeof platformApp>[2]>['config']>;
  const start = async (config: Config = {}): Promise<PlatformApp> => {
    const platform = await platformApp(database, [DoorsController as Type], { config });
    platforms.push(platform);
    return platform;
  };
  const own = { 'Content-Type': 'application/json', Origin: 'http://localhost:3000' };
  const post = ({ url }: PlatformApp, path: string, headers: Readonly<Record<string, string>> = {}) =>
    httpRequest('POST', `${url}/api/v1${path}`, { ...own, ...headers }, '{}');
  /** Sends until something is refused; meanwhile a little is refilled. */
  const untilRefused = async (send: () => Promise<Answer>): Promise<{ accepted: number; refused: Answer }> => {
    for (let accepted = 0; ;) {
      const answers = await Promise.all(Array.from({ length: 50 }, send));
      const refused = answers.find(({ status }) => status !== 200);
      accepted += answers.filter(({ status }) => status === 200).length;
      if (refused) return { accepted, refused };
    }
  };

  it('let a session act three hundred times at once, then ask it to wait, and no other', async () => {
    const platform = await start();
    const anna = () => post(platform, '/written', { Cookie: 'tavolo=anna' });
    const { accepted, refused } = await untilRefused(anna);
    expect(accepted).toBeGreaterThanOrEqual(300);
    expect(problemSchema.parse(refused.body)).toMatchObject({ status: 429, code: 'too_many_requests' });
    expect(Number(refused.headers.get('retry-after'))).toBe(1);
    expect((await post(platform, '/written', { Cookie: 'tavolo=bruno' })).status).toBe(200);
    expect((await httpRequest('GET', `${platform.url}/api/v1/looked`, { Cookie: 'tavolo=anna' })).status).toBe(200);
  });

  it('let visitors of one address act six hundred times at once, and those of another all the same', async () => {
    const platform = await start({ trustedProxies: { hops: 1 } });
    const from = (address: string) => post(platform, '/entered', { 'X-Forwarded-For': address });
    const { accepted, refused } = await untilRefused(() => from('198.51.100.1'));
    expect([accepted >= 600, refused.status]).toEqual([true, 429]);
    expect((await from('198.51.100.2')).status).toBe(200);
    expect((await post(platform, '/written', { Cookie: 'tavolo=anna' })).status).toBe(200);
  });

  it('count no claimed address while no proxy is trusted', async () => {
    const headers = { 'X-Forwarded-For': '198.51.100.1', Forwarded: 'for=198.51.100.1', 'X-Real-IP': '198.51.100.1' };
    const addressAt = async ({ url }: PlatformApp) => (await httpRequest('GET', `${url}/api/v1/looked`, headers)).body;
    expect(await addressAt(await start())).toEqual({ address: '127.0.0.1' });
    expect(await addressAt(await start({ trustedProxies: { networks: ['10.0.0.0/8'] } }))).toEqual({
      address: '127.0.0.1',
    });
    expect(await addressAt(await start({ trustedProxies: { networks: ['127.0.0.1'] } }))).toEqual({
      address: '198.51.100.1',
    });
  });
});

describe('what a proxy says and the settings do not', () => {
  const told = (
    proxies: ConstructorParameters<typeof ClientAddresses>[0],
    ...claims: Caller['headers'][]
  ): string[] => {
    const warned: string[] = [];
    const notice = noticeProxy(new ClientAddresses(proxies), 'http://localhost:3000', {
      warn: (sentence: string) => warned.push(sentence),
    });
    const socket = { remoteAddress: '127.0.0.1' };
    for (const headers of claims) notice({ socket, headers } as never, {} as never, () => undefined);
    return warned;
  };

  it('is told to the operator once', () => {
    const claim = { 'x-forwarded-for': '198.51.100.1', 'x-forwarded-proto': 'https' };
    expect(told(undefined, claim, claim)).toEqual([expect.stringContaining('TRUSTED_PROXIES')]);
    expect(told({ hops: 1 }, claim, claim)).toEqual([expect.stringContaining('PUBLIC_URL')]);
  });

  it('is no matter when both agree', () => {
    expect(told(undefined, {})).toEqual([]);
    expect(told({ hops: 1 }, { 'x-forwarded-for': '198.51.100.1', 'x-forwarded-proto': 'http' })).toEqual([]);
  });
});
