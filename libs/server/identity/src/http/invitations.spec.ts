import { jest } from '@jest/globals';
import { identityRoutes as routes } from '@tavolo/contracts';
import { IdentityApplication } from '../testing/identity-application.js';
import { SeatInvitation } from '../invitations/seat-invitation.js';
import { type RememberedSeats } from '../testing/remembered-seats.js';

jest.setTimeout(60_000);

const password = 'a long enough secret';
const seat = { table: 'T-1', seat: 'seat-1', as: 'holder' as const };

describe('invitations', () => {
  let identity: IdentityApplication;
  let administrator: string;
  let count = 0;

  beforeAll(async () => {
    identity = await IdentityApplication.start();
    administrator = await identity.administrator();
  });

  afterAll(() => identity.close());

  const invite = async (changes: Readonly<Record<string, unknown>> = {}) => {
    const email = `guest${(count += 1)}@example.org`;
    const body = { email, name: 'Guest', language: 'it', seat: null, administrator: false, ...changes };
    const { body: view } = await identity.call(routes.invite, { cookie: administrator, body });
    return { ...view, token: await identity.tokenInMailTo(body.email) };
  };
  const accept = (token: string, body: object = { name: 'Gaia', password }) => ({ params: { token }, body });
  const stateOf = async (id: string) =>
    (await identity.call(routes.invitations, { cookie: administrator })).body.find((one) => one.id === id)?.state;
  const seats = () => identity.app.get<RememberedSeats>(SeatInvitation);

  it('are sent by mail in the language of the one invited, and say for which table', async () => {
    const { email, table, state } = await invite({ seat: { ...seat, seat: 'seat-mail' } });
    const [mail] = await identity.mailsTo(email);
    expect(mail).toMatchObject({ language: 'it', subject: 'Invito al tavolo: Primo tavolo' });
    expect({ table, state }).toEqual({
      table: { key: 'T-1', name: { en: 'First table', it: 'Primo tavolo' } },
      state: 'sent',
    });
  });

  it('show that the link was looked at', async () => {
    const { id, token, email } = await invite();
    const { body } = await identity.call(routes.openInvitation, { params: { token } });
    expect(body).toMatchObject({ email, name: 'Guest', table: null });
    expect(await stateOf(id)).toBe('opened');
  });

  it('make person, account and seat in one step when accepted, and sign in', async () => {
    const { id, token, email } = await invite({ seat: { ...seat, seat: 'seat-one-step' } });
    const { body } = await identity.call(routes.acceptInvitation, accept(token));
    expect(body.person).toMatchObject({ name: 'Gaia', email, language: 'it', administrator: false });
    expect(seats().filled).toContainEqual({ seat: 'seat-one-step', as: 'holder', person: body.person?.id });
    expect(await stateOf(id)).toBe('accepted');
    const [entry] = await identity.log('invitation.accepted');
    expect(entry?.data).toEqual({ invitation: id, account: entry?.actor });
  });

  it('leave nothing behind when the seat was taken meanwhile', async () => {
    const place = { ...seat, seat: 'seat-taken' };
    const [first, second] = [await invite({ seat: place }), await invite({ seat: place })];
    await identity.call(routes.acceptInvitation, accept(first.token));
    const refusal = await identity.refused(routes.acceptInvitation, accept(second.token));
    expect(refusal).toMatchObject({ status: 409, body: { code: 'seat.taken' } });
    expect(await stateOf(second.id)).toBe('sent');
    const body = { email: second.email, password };
    expect((await identity.refused(routes.signIn, { body })).body.code).toBe('session.not_opened');
  });

  it('are accepted once, also when two try at the same moment', async () => {
    const { token } = await invite();
    const tries = await Promise.allSettled(
      ['Gaia', 'Mallory'].map((name) => identity.call(routes.acceptInvitation, accept(token, { name, password }))),
    );
    expect(tries.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect((await identity.refused(routes.acceptInvitation, accept(token))).body.code).toBe('invitation.accepted');
  });

  it('get a new link when sent again; the old one is dead', async () => {
    const { id, token, email } = await invite();
    await identity.call(routes.resendInvitation, { params: { id }, cookie: administrator });
    const fresh = await identity.tokenInMailTo(email);
    expect(fresh).not.toBe(token);
    expect((await identity.refused(routes.openInvitation, { params: { token } })).status).toBe(404);
    expect((await identity.refused(routes.acceptInvitation, accept(token))).status).toBe(404);
    expect((await identity.call(routes.acceptInvitation, accept(fresh))).body.person?.email).toBe(email);
    expect((await identity.log('invitation.resent'))[0]?.data).toEqual({ invitation: id });
  });

  it('expire after fourteen days, and live again when sent again', async () => {
    const { id, token, email } = await invite();
    const { body: session } = await identity.call(routes.session);
    await identity.setClock(new Date(Date.parse(session.clock.now) + 15 * 86_400_000).toISOString());
    expect(await stateOf(id)).toBe('expired');
    expect((await identity.refused(routes.acceptInvitation, accept(token))).body.code).toBe('invitation.expired');
    expect((await identity.refused(routes.openInvitation, { params: { token } })).status).toBe(404);
    await identity.call(routes.resendInvitation, { params: { id }, cookie: administrator });
    await identity.call(routes.acceptInvitation, accept(await identity.tokenInMailTo(email)));
  });

  it('can be withdrawn, for good', async () => {
    const { id, token } = await invite();
    await identity.call(routes.withdrawInvitation, { params: { id }, cookie: administrator });
    expect(await stateOf(id)).toBe('withdrawn');
    expect((await identity.refused(routes.acceptInvitation, accept(token))).body.code).toBe('invitation.withdrawn');
    const again = await identity.refused(routes.resendInvitation, { params: { id }, cookie: administrator });
    expect(again).toMatchObject({ status: 409, body: { code: 'invitation.withdrawn' } });
  });

  it('are not revived by asking for a new password', async () => {
    const { id, email } = await invite();
    await identity.call(routes.withdrawInvitation, { params: { id }, cookie: administrator });
    await identity.call(routes.requestReset, { body: { email } });
    expect((await identity.mailsTo(email)).map(({ subject }) => subject)).toEqual(['Invito in Tavolo']);
  });

  it('seat somebody who has an account when she shows its password, and only then', async () => {
    const cookie = await identity.member(administrator, 'known@example.org', password);
    const place = { ...seat, seat: 'seat-known' };
    const { token } = await invite({ email: 'known@example.org', seat: place });
    const wrong = accept(token, { name: 'Mallory', password: 'some other password' });
    expect((await identity.refused(routes.acceptInvitation, wrong)).body.code).toBe('account.password_wrong');
    const { body } = await identity.call(routes.acceptInvitation, accept(token));
    const { body: before } = await identity.call(routes.session, { cookie });
    expect(body.person).toEqual(before.person);
    expect(seats().filled).toContainEqual({ seat: 'seat-known', as: 'holder', person: before.person?.id });
  });

  it('are no way to guess at the password of who has an account', async () => {
    await identity.member(administrator, 'guessed@example.org', password);
    const { token } = await invite({ email: 'guessed@example.org', seat: { ...seat, seat: 'seat-guessed' } });
    const wrong = (from: string) =>
      identity.refused(routes.acceptInvitation, {
        ...accept(token, { name: 'Mallory', password: 'quite another one' }),
        from,
      });
    for (let tries = 0; tries < 10; tries++) expect((await wrong(`203.0.113.${tries}`)).status).toBe(403);
    expect((await wrong('203.0.113.77')).status).toBe(429);
  });

  it('tell nobody but who opens the link, and administrators, whether an address has an account', async () => {
    await identity.member(administrator, 'secret@example.org', password);
    const invitations = [
      await invite({ email: 'secret@example.org', seat: { ...seat, seat: 'seat-secret' } }),
      await invite({ seat: { ...seat, seat: 'seat-newcomer' } }),
    ];
    const doors = await Promise.all(
      invitations.map(async ({ token }) => {
        const stranger = { params: { token: `${token.slice(0, -2)}AA` }, body: { name: 'Eve', password } };
        const answers = [
          await identity.refused(routes.acceptInvitation, stranger),
          await identity.refused(routes.openInvitation, { params: stranger.params }),
          await identity.refused(routes.invitations),
        ];
        return answers.map(({ status, body: { code, params } }) => ({ status, code, params }));
      }),
    );
    expect(doors[0]).toEqual(doors[1]);
  });

  it('to the installation alone are refused for somebody who has an account', async () => {
    const body = { email: 'Ada@example.org', name: 'Ada', language: 'en', seat: null };
    const refusal = await identity.refused(routes.invite, { cookie: administrator, body });
    expect(refusal).toMatchObject({ status: 409, body: { code: 'account.exists' } });
  });

  it('make administrators when the invitation says so', async () => {
    const { token } = await invite({ administrator: true });
    const { cookie, body } = await identity.call(routes.acceptInvitation, accept(token));
    expect(body.person?.administrator).toBe(true);
    expect((await identity.call(routes.invitations, { cookie })).status).toBe(200);
  });

  it('keep names and addresses out of the log itself', async () => {
    const { email } = await invite({ name: 'Guglielmina' });
    const [entry] = await identity.log('invitation.sent');
    expect(JSON.stringify(entry)).not.toMatch(new RegExp(`Guglielmina|${email}`));
  });
});
