import { jest } from '@jest/globals';
import { identityRoutes as routes } from '@tavolo/contracts';
import { Passwords } from '../accounts/passwords.js';
import { IdentityApplication } from '../testing/identity-application.js';

jest.setTimeout(60_000);

describe('a crowd that signs in at once', () => {
  let identity: IdentityApplication;

  beforeAll(async () => {
    identity = await IdentityApplication.start();
  });

  afterAll(() => identity.close());

  it('leaves the database to those who read, and is answered to the last', async () => {
    let check = (): void => undefined;
    const checked = new Promise<void>((resolve) => (check = resolve));
    const asked = jest
      .spyOn(identity.app.get(Passwords), 'matches')
      .mockImplementation(() => checked.then(() => false));
    const crowd = Array.from({ length: 40 }, (_, number) =>
      identity.refused(routes.signIn, { body: { email: `guest${number}@example.org`, password: 'a long secret' } }),
    );
    while (asked.mock.calls.length < 2) await identity.call(routes.session);
    const readers = Array.from({ length: 20 }, () => identity.call(routes.session));
    expect((await Promise.all(readers)).map(({ status }) => status)).toEqual(readers.map(() => 200));
    check();
    const codes = (await Promise.all(crowd)).map(({ body }) => body.code);
    expect(codes).toEqual(crowd.map(() => 'session.not_opened'));
  });
});
