import { jest } from '@jest/globals';
import { identityRoutes as routes } from '@tavolo/contracts';
import { IdentityApplication } from '../testing/identity-application.js';

jest.setTimeout(60_000);

const password = 'a long enough secret';
const next = 'quite another secret';

describe('one’s own account', () => {
  let identity: IdentityApplication;
  let administrator: string;
  let cookie: string;

  beforeAll(async () => {
    identity = await IdentityApplication.start();
    administrator = await identity.administrator();
    cookie = await identity.member(administrator, 'bea@example.org', password);
  });

  afterAll(() => identity.close());

  it('changes name and language, and nobody else’s', async () => {
    const { body } = await identity.call(routes.changeAccount, { cookie, body: { name: 'Beatrice', language: 'it' } });
    expect(body.person).toMatchObject({ name: 'Beatrice', language: 'it' });
    expect((await identity.call(routes.session, { cookie: administrator })).body.person).toMatchObject({
      name: 'Ada',
      language: 'en',
    });
    const [entry] = await identity.log('account.changed');
    expect(entry?.data).toEqual({ account: entry?.actor, language: 'it' });
    expect(JSON.stringify(entry)).not.toContain('Beatrice');
  });

  it('is not changed by nothing, and takes no right that was not offered', async () => {
    expect((await identity.refused(routes.changeAccount, { cookie, body: {} })).status).toBe(400);
    await identity.call(routes.changeAccount, { cookie, body: { name: 'Bea', administrator: true, person: 'x' } });
    expect((await identity.call(routes.session, { cookie })).body.person?.administrator).toBe(false);
  });

  it('changes the password for whoever knows it, and signs other devices out', async () => {
    const body = { email: 'bea@example.org', password };
    const phone = (await identity.call(routes.signIn, { body })).cookie;
    const wrong = await identity.refused(routes.changePassword, { cookie, body: { current: 'wrong', next } });
    expect(wrong).toMatchObject({ status: 403, body: { code: 'account.password_wrong' } });

    await identity.call(routes.changePassword, { cookie, body: { current: password, next } });
    expect((await identity.call(routes.session, { cookie })).body.person?.name).toBe('Bea');
    expect((await identity.call(routes.session, { cookie: phone })).body.person).toBeNull();
    expect((await identity.call(routes.signIn, { body: { ...body, password: next } })).status).toBe(200);
    expect((await identity.log('account.password_changed'))[0]?.actor).toMatch(/^m_/);
  });
});
