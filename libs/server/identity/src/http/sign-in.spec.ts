import { jest } from '@jest/globals';
import { identityRoutes as routes } from '@tavolo/contracts';
import { LiveSessions } from '@tavolo/server-platform';
import { absoluteLimit, idleLimit } from '../sessions/session-life.js';
import { IdentityApplication } from '../testing/identity-application.js';

jest.setTimeout(60_000);

const password = 'a long enough secret';

describe('signing in', () => {
  let identity: IdentityApplication;
  let administrator: string;

  beforeAll(async () => {
    identity = await IdentityApplication.start();
    administrator = await identity.administrator('ada@example.org', password);
  });

  afterAll(() => identity.close());

  const signIn = (email = 'ada@example.org') => identity.call(routes.signIn, { body: { email, password } });

  it('gives a cookie that scripts cannot read and other sites cannot send', async () => {
    const { body, setCookie } = await signIn();
    expect(body.person).toMatchObject({ name: 'Ada', email: 'ada@example.org', administrator: true });
    expect(setCookie).toMatch(/^tavolo=[A-Za-z0-9_-]{43}; Path=\/; HttpOnly; SameSite=Lax; Max-Age=\d+$/);
  });

  it('takes the address in any case', async () => {
    expect((await signIn('Ada@Example.ORG')).body.person?.name).toBe('Ada');
  });

  it('keeps no token, only its hash', async () => {
    const { cookie } = await signIn();
    const token = cookie.split('=')[1] ?? '';
    const rows = await identity.database.dataSource.query<{ all: string }[]>(
      'select s::text as all from identity_session s',
    );
    expect(rows.length).toBeGreaterThan(0);
    expect(JSON.stringify(rows)).not.toContain(token);
  });

  it('refuses a wrong password and an unknown address with the very same words', async () => {
    const answers = await Promise.all(
      ['ada@example.org', 'nobody@example.org'].map((email) =>
        identity.refused(routes.signIn, { body: { email, password: 'not the password' } }),
      ),
    );
    const [known, unknown] = answers.map(({ status, body: { code, title, detail, params } }) => ({
      status,
      content: { code, title, detail, params },
    }));
    expect(known).toEqual(unknown);
    expect(known).toMatchObject({ status: 403, content: { code: 'session.not_opened' } });
  });

  it('records who came in, under a pseudonym, and not who failed', async () => {
    const before = (await identity.log('session.opened')).length;
    await identity.refused(routes.signIn, { body: { email: 'ada@example.org', password: 'wrong' } });
    const { body } = await signIn();
    const [entry, ...others] = await identity.log('session.opened');
    expect(others).toHaveLength(before);
    expect(entry?.data).toEqual({ account: entry?.actor, by: 'password' });
    expect(JSON.stringify(entry)).not.toContain(body.person?.id);
  });

  it('gives a token of its own to a browser that brings one from elsewhere', async () => {
    const planted = 'x'.repeat(43);
    const { cookie } = await identity.call(routes.signIn, {
      body: { email: 'ada@example.org', password },
      cookie: `tavolo=${planted}`,
    });
    expect(cookie).not.toContain(planted);
    expect((await identity.call(routes.session, { cookie: `tavolo=${planted}` })).body.person).toBeNull();
  });

  it('opens another session each time, and ends the one that this browser had', async () => {
    const first = await signIn();
    const second = await identity.call(routes.signIn, {
      body: { email: 'ada@example.org', password },
      cookie: first.cookie,
    });
    expect(second.cookie).not.toBe(first.cookie);
    expect((await identity.call(routes.session, { cookie: first.cookie })).body.person).toBeNull();
  });

  it.each([
    ['idle', `last_seen_at = now() - interval '${idleLimit} milliseconds'`],
    ['absolute', `opened_at = now() - interval '${absoluteLimit} milliseconds', expires_at = now()`],
  ])('ends by itself at the %s limit', async (_, change) => {
    const { cookie } = await signIn();
    const { body: devices } = await identity.call(routes.devices, { cookie });
    const current = devices.find((device) => device.current);
    await identity.database.dataSource.query(`update identity_session set ${change} where id = $1`, [current?.id]);
    expect((await identity.call(routes.session, { cookie })).body.person).toBeNull();
    expect((await identity.refused(routes.devices, { cookie })).status).toBe(401);
  });

  it('does not end when the clock of the rules is moved by a year', async () => {
    const { cookie } = await signIn();
    await identity.setClock('2027-11-24T08:00:00.000Z');
    expect((await identity.call(routes.session, { cookie })).body.person?.name).toBe('Ada');
    await identity.setClock('2026-11-24T08:00:00.000Z');
  });

  it('signs out: the token is dead and open sockets are closed at once', async () => {
    const { cookie } = await signIn();
    const current = (await identity.call(routes.devices, { cookie })).body.find((device) => device.current);
    let closed = false;
    identity.app.get(LiveSessions).track(current?.id ?? '', () => (closed = true));
    const { setCookie } = await identity.call(routes.signOut, { cookie });
    expect(setCookie).toContain('Max-Age=0');
    expect(closed).toBe(true);
    expect((await identity.call(routes.session, { cookie })).body.person).toBeNull();
  });

  it('lets a visitor sign out of nothing', async () => {
    expect((await identity.call(routes.signOut)).body).toEqual({ done: true });
  });

  it('shows one’s own devices only, and ends one of them or all others', async () => {
    const member = await identity.member(administrator, 'bea@example.org', password);
    const phone = await identity.call(routes.signIn, {
      body: { email: 'bea@example.org', password },
      userAgent: 'Mozilla/5.0 (Linux; Android 14) Chrome/140.0 Mobile Safari/537.36',
    });
    const { body: devices } = await identity.call(routes.devices, { cookie: member });
    expect(devices.map(({ device }) => device).sort()).toEqual(['Chrome, Android', 'Firefox, Linux']);

    const id = devices.find(({ current }) => !current)?.id ?? '';
    const stranger = await identity.refused(routes.endDevice, { params: { id }, cookie: administrator });
    expect(stranger).toMatchObject({ status: 404, body: { code: 'not_found' } });

    await identity.call(routes.endOtherDevices, { cookie: member });
    expect((await identity.call(routes.session, { cookie: phone.cookie })).body.person).toBeNull();
    expect((await identity.call(routes.session, { cookie: administrator })).body.person?.name).toBe('Ada');
  });
});
