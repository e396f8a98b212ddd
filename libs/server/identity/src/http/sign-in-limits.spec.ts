import { jest } from '@jest/globals';
import { identityRoutes as routes } from '@tavolo/contracts';
import { Patience } from '../limits/limits.js';
import { IdentityApplication } from '../testing/identity-application.js';

jest.setTimeout(60_000);

const password = 'a long enough secret';
const [home, elsewhere] = ['198.51.100.1', '203.0.113.1'];

describe('guessing at a password', () => {
  let identity: IdentityApplication;
  let administrator: string;
  let waited: number[];

  beforeAll(async () => {
    identity = await IdentityApplication.start();
    administrator = await identity.administrator('ada@example.org', password);
  });

  beforeEach(() => {
    waited = [];
    jest.spyOn(identity.app.get(Patience), 'wait').mockImplementation((millis) => {
      waited.push(millis);
      return Promise.resolve();
    });
  });

  afterAll(() => identity.close());

  const guess = (email: string, from: string) =>
    identity.refused(routes.signIn, { body: { email, password: 'not the password' }, from });

  it('is refused for a while after ten attempts from one address, whether the account exists or not', async () => {
    await identity.member(administrator, 'bea@example.org', password);
    for (const email of ['bea@example.org', 'nobody.at.all@example.org']) {
      for (let tries = 0; tries < 10; tries++) expect((await guess(email, elsewhere)).status).toBe(403);
      const { status, retryAfter, body } = await guess(email, elsewhere);
      expect({ status, code: body.code }).toEqual({ status: 429, code: 'too_many_requests' });
      expect(Number(retryAfter)).toBeGreaterThan(0);
    }
  });

  it('locks nobody out who comes from another address', async () => {
    await identity.member(administrator, 'carla@example.org', password);
    for (let tries = 0; tries < 11; tries++) await guess('carla@example.org', elsewhere);
    const { body } = await identity.call(routes.signIn, { body: { email: 'carla@example.org', password }, from: home });
    expect(body.person?.email).toBe('carla@example.org');
  });

  it('makes every attempt wait longer when it comes from many addresses, known account or not, and lets the owner in', async () => {
    await identity.member(administrator, 'dora@example.org', password);
    const waits: number[][] = [];
    for (const email of ['dora@example.org', 'nobody.else@example.org']) {
      waited = [];
      for (let tries = 0; tries < 38; tries++) await guess(email, `203.0.113.${tries % 10}`);
      waits.push(waited);
    }
    const grown = [250, 500, 1000, 2000, 4000, 8000, 8000, 8000];
    expect(waits).toEqual([
      [...Array<number>(30).fill(0), ...grown],
      [...Array<number>(30).fill(0), ...grown],
    ]);
    const { body } = await identity.call(routes.signIn, { body: { email: 'dora@example.org', password }, from: home });
    expect(body.person?.email).toBe('dora@example.org');
  });

  it('is no way around the limit by writing the address differently', async () => {
    for (const email of ['eva@example.org', 'EVA@example.org']) {
      for (let tries = 0; tries < 5; tries++) await guess(email, elsewhere);
    }
    expect((await guess('Eva@Example.org', elsewhere)).status).toBe(429);
  });
});
