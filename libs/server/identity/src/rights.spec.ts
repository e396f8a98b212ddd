import { jest } from '@jest/globals';
import { type ActName } from '@tavolo/contracts';
import { Authenticator, system, visitor, type Act, type Who } from '@tavolo/server-platform';
import { CreateAccount } from './accounts/create-account.act.js';
import { ResendInvitation } from './invitations/resend-invitation.act.js';
import { SendInvitation } from './invitations/send-invitation.act.js';
import { WithdrawInvitation } from './invitations/withdraw-invitation.act.js';
import { ErasePerson } from './erasure/erase-person.act.js';
import { ChangeAccount } from './accounts/change-account.act.js';
import { ChangePassword } from './accounts/change-password.act.js';
import { CreatePerson } from './people/create-person.act.js';
import { EndSessions } from './sessions/end-sessions.act.js';
import { IdentityApplication } from './testing/identity-application.js';
import { type SessionAuthenticator } from './sessions/session-authenticator.js';

jest.setTimeout(60_000);

const id = '00000000-0000-4000-8000-000000000000';
const invitation = { email: 'x@example.org', name: 'X', language: 'en', seat: null };
const roles = ['visitor', 'person', 'administrator', 'system'] as const;
type Role = (typeof roles)[number];
type Verdict = 'done' | 'no_session' | 'not_allowed' | 'not_found' | 'account.password_wrong';

/** Each act by each role: what it comes to. `not_found` and a wrong password mean that the right was there. */
const matrix: readonly [abstract new (...parts: never[]) => Act<unknown, unknown>, unknown, readonly Verdict[]][] = [
  [CreatePerson, { name: 'New' }, ['no_session', 'not_allowed', 'done', 'done']],
  [CreateAccount, { person: id, email: 'y@example.org' }, ['no_session', 'not_allowed', 'not_found', 'not_found']],
  [SendInvitation, invitation, ['no_session', 'not_allowed', 'done', 'done']],
  [ResendInvitation, { id }, ['no_session', 'not_allowed', 'not_found', 'not_found']],
  [WithdrawInvitation, { id }, ['no_session', 'not_allowed', 'not_found', 'not_found']],
  [
    ErasePerson,
    { id, basis: 'own_request', reason: 'Asked for by letter' },
    ['no_session', 'not_allowed', 'not_found', 'not_found'],
  ],
  [ChangeAccount, { language: 'it' }, ['no_session', 'done', 'done', 'no_session']],
  [
    ChangePassword,
    { current: 'wrong', next: 'a long enough secret' },
    ['no_session', 'account.password_wrong', 'account.password_wrong', 'no_session'],
  ],
  [EndSessions, { which: 'others' }, ['no_session', 'done', 'done', 'no_session']],
];

describe('who may do what', () => {
  let identity: IdentityApplication;
  let who: Readonly<Record<Role, Who>>;

  beforeAll(async () => {
    identity = await IdentityApplication.start();
    const administrator = await identity.administrator();
    const person = await identity.member(administrator, 'bea@example.org');
    const authenticator = identity.app.get<SessionAuthenticator>(Authenticator);
    who = {
      visitor,
      person: await authenticator.authenticate(person),
      administrator: await authenticator.authenticate(administrator),
      system,
    };
  });

  afterAll(() => identity.close());

  const cases = matrix.flatMap(([act, command, verdicts]) =>
    roles.map((role, index) => ({ act, name: act.name, command, role, verdict: verdicts[index] })),
  );

  it.each(cases)('$name by $role: $verdict', async ({ act, command, role, verdict }) => {
    const count = async (name: ActName) => (await identity.log(name)).length;
    const instance = identity.app.get<Act<unknown, unknown>>(act);
    const before = await count(instance.name);
    const outcome = await identity.runner.run(instance, command, who[role]).then(
      () => 'done',
      (error: unknown) => (error as { content?: { code: string } }).content?.code ?? String(error),
    );
    expect(outcome).toBe(verdict);
    expect(await count(instance.name)).toBe(verdict === 'done' ? before + 1 : before);
  });

  it('refuses a key or an address that is taken', async () => {
    const create = identity.app.get(CreatePerson);
    const { id: first } = await identity.runner.run(create, { key: 'm01', name: 'One' }, system);
    await expect(identity.runner.run(create, { key: 'm01', name: 'Two' }, system)).rejects.toMatchObject({
      content: { code: 'person.key_taken', status: 409 },
    });
    const account = { person: first, email: 'Bea@example.org' };
    await expect(identity.runner.run(identity.app.get(CreateAccount), account, system)).rejects.toMatchObject({
      content: { code: 'account.exists', status: 409 },
    });
  });

  it.each(['identity_person', 'identity_account', 'identity_invitation'])(
    'lets nothing change %s without an entry in the log',
    async (table) => {
      await expect(identity.database.dataSource.query(`delete from ${table}`)).rejects.toThrow(/audit|foreign key/);
    },
  );
});
