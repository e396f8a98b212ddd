import { jest } from '@jest/globals';
import { identityRoutes as routes } from '@tavolo/contracts';
import { PasswordResets } from '../resets/password-resets.js';
import { IdentityApplication } from '../testing/identity-application.js';

jest.setTimeout(60_000);

const password = 'a long enough secret';
const next = 'quite another secret';

describe('a lost password', () => {
  let identity: IdentityApplication;
  let administrator: string;
  let email: string;
  let cookie: string;
  let count = 0;

  beforeAll(async () => {
    identity = await IdentityApplication.start();
    administrator = await identity.administrator();
  });

  beforeEach(async () => {
    email = `bea${(count += 1)}@example.org`;
    cookie = await identity.member(administrator, email, password);
  });

  afterAll(() => identity.close());

  const request = async (to = email) => {
    const answer = await identity.call(routes.requestReset, { body: { email: to } });
    await identity.app.get(PasswordResets).settled();
    return answer;
  };
  const reset = async () => {
    await request();
    return { params: { token: await identity.tokenInMailTo(email) }, body: { password: next } };
  };

  it('is answered in the same way whether the address is known or not', async () => {
    const [known, unknown] = [await request(), await request('nobody@example.org')];
    expect({ ...known, cookie: '' }).toEqual({ ...unknown, cookie: '' });
    expect(await identity.mailsTo('nobody@example.org')).toEqual([]);
  });

  it('is replaced with a link that works once; every device is signed out', async () => {
    const sent = await reset();
    await identity.call(routes.resetPassword, sent);
    expect((await identity.call(routes.session, { cookie })).body.person).toBeNull();
    expect((await identity.refused(routes.signIn, { body: { email, password } })).status).toBe(403);
    expect((await identity.call(routes.signIn, { body: { email, password: next } })).body.person?.email).toBe(email);
    expect((await identity.refused(routes.resetPassword, sent)).status).toBe(404);
    const [entry] = await identity.log('account.password_reset');
    expect(entry?.data).toEqual({ account: entry?.actor });
  });

  it('makes every other link of that account useless when one is used', async () => {
    const first = await reset();
    const second = await reset();
    await identity.call(routes.resetPassword, second);
    expect((await identity.refused(routes.resetPassword, first)).status).toBe(404);
  });

  it('cannot be replaced with one link by two at the same moment', async () => {
    const sent = await reset();
    const tries = await Promise.allSettled([
      identity.call(routes.resetPassword, sent),
      identity.call(routes.resetPassword, sent),
    ]);
    expect(tries.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('cannot be replaced after an hour', async () => {
    const sent = await reset();
    await identity.database.dataSource.query(`update identity_reset_link set expires_at = now()`);
    expect((await identity.refused(routes.resetPassword, sent)).status).toBe(404);
  });

  it('is not replaced by a short one', async () => {
    const { params } = await reset();
    const refusal = await identity.refused(routes.resetPassword, { params, body: { password: 'short' } });
    expect(refusal).toMatchObject({ status: 400, body: { code: 'invalid_input' } });
  });

  it('can be asked for a few times an hour only, for one account from one address, and from others all the same', async () => {
    const ask = (from: string) => identity.send(routes.requestReset, { body: { email: 'flooded@example.org' }, from });
    for (let tries = 0; tries < 4; tries++) expect((await ask('203.0.113.1')).status).toBe(200);
    const { status, retryAfter } = await ask('203.0.113.1');
    expect(status).toBe(429);
    expect(Number(retryAfter)).toBeGreaterThan(0);
    expect((await ask('198.51.100.1')).status).toBe(200);
  });

  it('fills no mailbox when it is asked for from many addresses, and says nothing of it', async () => {
    const before = (await identity.mailsTo(email)).length;
    for (let tries = 0; tries < 12; tries++) {
      const sent = { body: { email }, from: `203.0.113.${tries}` };
      expect((await identity.call(routes.requestReset, sent)).body).toEqual({ done: true });
    }
    await identity.app.get(PasswordResets).settled();
    expect((await identity.mailsTo(email)).length - before).toBe(8);
  });
});
