import { jest } from '@jest/globals';
import { identityRoutes as routes } from '@tavolo/contracts';
import { instant } from '@tavolo/kernel';
import { setUpCode } from '../setup/set-up.repository.js';
import { IdentityApplication } from '../testing/identity-application.js';

jest.setTimeout(60_000);

const now = instant('2026-11-24T08:00:00Z');
const ada = { name: 'Ada', email: 'ada@example.org', password: 'a long enough secret', language: 'it' };

describe('setting an installation up', () => {
  let identity: IdentityApplication;

  beforeEach(async () => {
    identity = await IdentityApplication.start();
  });

  afterEach(() => identity.close());

  const code = () => setUpCode(identity.database.dataSource.manager, now);
  const needsSetUp = async () => (await identity.call(routes.session)).body.installation.needsSetUp;

  it('makes the first administrator, with the code that was printed last, once', async () => {
    const [old, printed] = [await code(), await code()];
    expect(await needsSetUp()).toBe(true);
    const refusal = await identity.refused(routes.setUp, { body: { ...ada, code: old } });
    expect(refusal).toMatchObject({ status: 403, body: { code: 'installation.code_wrong' } });

    const { body, setCookie } = await identity.call(routes.setUp, { body: { ...ada, code: printed } });
    expect(body).toMatchObject({
      person: { name: 'Ada', administrator: true, language: 'it' },
      installation: { needsSetUp: false, version: '1.2.3', mode: 'test' },
    });
    expect(setCookie).toContain('HttpOnly');
    expect((await identity.log('installation.set_up'))[0]?.data).toEqual({
      account: (await identity.log('account.created'))[0]?.actor,
    });

    const again = await identity.refused(routes.setUp, { body: { ...ada, email: 'eve@example.org', code: printed } });
    expect(again).toMatchObject({ status: 409, body: { code: 'installation.already_set_up' } });
    expect(await code()).toBeNull();
  });

  it('is done once when two try at the same moment', async () => {
    const printed = await code();
    const tries = await Promise.allSettled(
      ['ada', 'eve'].map((name) =>
        identity.call(routes.setUp, { body: { ...ada, email: `${name}@example.org`, code: printed } }),
      ),
    );
    expect(tries.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('is refused while no code was printed, and after many guesses', async () => {
    const guess = { body: { ...ada, code: 'AAAA-BBBB-CCCC-DDDD' } };
    expect((await identity.refused(routes.setUp, guess)).status).toBe(409);
    for (let tries = 0; tries < 9; tries++) await identity.refused(routes.setUp, guess);
    expect((await identity.refused(routes.setUp, guess)).status).toBe(429);
  });
});
