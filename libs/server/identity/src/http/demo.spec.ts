import { jest } from '@jest/globals';
import { identityRoutes as routes } from '@tavolo/contracts';
import { system, visitor } from '@tavolo/server-platform';
import { OpenDemoSession } from '../demo/open-demo-session.act.js';
import { CreatePerson } from '../people/create-person.act.js';
import { IdentityApplication } from '../testing/identity-application.js';

jest.setTimeout(60_000);

const tommaso = {
  key: 'm02',
  name: 'Tommaso',
  title: { en: 'Planner', it: 'Programmatore' },
  contact: 'm02@area.example',
  language: 'it',
};

const create = (identity: IdentityApplication) => identity.runner.run(identity.app.get(CreatePerson), tommaso, system);

describe('the door of the demonstration', () => {
  let identity: IdentityApplication;

  beforeAll(async () => {
    identity = await IdentityApplication.start('demo');
    await create(identity);
  });

  afterAll(() => identity.close());

  it('lists its people and needs no setting up', async () => {
    expect((await identity.call(routes.demoPeople)).body).toEqual([
      { key: 'm02', name: 'Tommaso', title: tommaso.title, sector: 'neutral', organisation: null, tables: [] },
    ]);
    expect((await identity.call(routes.session)).body.installation).toMatchObject({ mode: 'demo', needsSetUp: false });
  });

  it('signs in without a password', async () => {
    const { body, cookie } = await identity.call(routes.demoSession, { body: { person: 'm02' } });
    expect(body.person).toMatchObject({ key: 'm02', name: 'Tommaso', email: null, administrator: false });
    expect((await identity.call(routes.session, { cookie })).body.person?.key).toBe('m02');
    expect((await identity.log('session.opened'))[0]?.data).toMatchObject({ by: 'demonstration' });
  });

  it('knows nobody else', async () => {
    expect((await identity.refused(routes.demoSession, { body: { person: 'm99' } })).status).toBe(404);
  });

  it('gives people without an account no password to change', async () => {
    const { cookie } = await identity.call(routes.demoSession, { body: { person: 'm02' } });
    const body = { current: 'anything at all', next: 'a long enough secret' };
    expect((await identity.refused(routes.changePassword, { cookie, body })).body.code).toBe('account.password_wrong');
  });
});

describe.each(['production', 'development', 'test'] as const)('in %s mode', (mode) => {
  let identity: IdentityApplication;

  beforeAll(async () => {
    identity = await IdentityApplication.start(mode);
    await create(identity);
  });

  afterAll(() => identity.close());

  it('there is no such door', async () => {
    expect((await identity.refused(routes.demoPeople)).status).toBe(404);
    expect((await identity.refused(routes.demoSession, { body: { person: 'm02' } })).status).toBe(404);
    const hollow = await fetch(`${identity.url}/api/v1/demo/session`, {
      method: 'POST',
      headers: { origin: identity.url, 'content-type': 'application/json' },
      body: '{}',
    });
    expect(hollow.status).toBe(404);
  });

  it('has no act of that door either', async () => {
    const act = identity.app.get(OpenDemoSession);
    const refused = identity.runner.run(act, { person: 'm02', device: 'test' }, visitor);
    await expect(refused).rejects.toMatchObject({ content: { code: 'not_found' } });
  });
});
