import { jest } from '@jest/globals';
import { erasureBases as offered, identityRoutes as routes } from '@tavolo/contracts';
import {
  AuditLogReader,
  DomainRefusal,
  erasureBases,
  LiveSessions,
  PersonalData,
  PersonalDataHolder,
} from '@tavolo/server-platform';
import { PasswordResets } from '../resets/password-resets.js';
import { IdentityApplication } from '../testing/identity-application.js';

jest.setTimeout(60_000);

const password = 'a long enough secret';
const because = { basis: 'own_request', reason: 'She wrote to the secretary' } as const;

describe('erasing a person', () => {
  let identity: IdentityApplication;
  let administrator: string;

  beforeAll(async () => {
    identity = await IdentityApplication.start();
    administrator = await identity.administrator();
  });

  afterAll(() => identity.close());

  const idOf = async (cookie: string): Promise<string> => {
    const { body } = await identity.call(routes.session, { cookie });
    return body.person?.id ?? '';
  };
  const someone = async (name: string) => {
    const email = `${name.toLowerCase()}@example.org`;
    const cookie = await identity.member(administrator, email, password);
    await identity.call(routes.changeAccount, { cookie, body: { name } });
    return { id: await idOf(cookie), name, email, cookie };
  };
  const erase = (id: string, body: object = because, cookie = administrator) =>
    identity.send(routes.erasePerson, { params: { id }, cookie, body });
  const search = async (text: string, cookie: string | undefined = administrator) => {
    const path = `/people?search=${encodeURIComponent(text)}`;
    return identity.send({ method: 'GET', path }, { cookie });
  };
  const namesOf = async (text: string) => ((await search(text)).body as { name: string }[]).map(({ name }) => name);

  it('takes away her account, her sessions and everything that was sent to her', async () => {
    const { id, email, cookie, name } = await someone('Ottavia');
    const again = { email: email.toUpperCase(), name, language: 'it', administrator: false };
    const seat = { table: 'T-1', seat: 'seat-1', as: 'deputy' };
    await identity.call(routes.invite, { cookie: administrator, body: { ...again, seat } });
    const link = { token: await identity.tokenInMailTo(email) };
    await identity.call(routes.openInvitation, { params: link });
    await identity.call(routes.requestReset, { body: { email } });
    await identity.app.get(PasswordResets).settled();

    expect(await erase(id)).toMatchObject({ status: 200, body: { done: true } });

    expect((await identity.call(routes.session, { cookie })).body.person).toBeNull();
    expect((await identity.refused(routes.signIn, { body: { email, password } })).body.code).toBe('session.not_opened');
    expect((await identity.refused(routes.openInvitation, { params: link })).status).toBe(404);
    const answers = [
      await identity.send(routes.invitations, { cookie: administrator }),
      await identity.send(routes.outbox, { cookie: administrator }),
      await search(''),
    ];
    expect(JSON.stringify(answers)).not.toMatch(/ottavia/i);
    expect(JSON.stringify(answers)).toContain('ada@example.org');
    expect((await erase(id)).status).toBe(404);
    // Her address is free: whoever comes with it comes new.
    await identity.member(administrator, email, password);
  });

  it('closes what she has open', async () => {
    const { id, cookie } = await someone('Remo');
    const [{ id: session } = { id: '' }] = (await identity.call(routes.devices, { cookie })).body;
    const closed = jest.fn();
    identity.app.get(LiveSessions).track(session, closed);
    await erase(id);
    expect(closed).toHaveBeenCalledTimes(1);
  });

  it('is told by the log of the installation, which no longer knows her name', async () => {
    const { id, name } = await someone('Petronilla');
    const disclosed = async () => {
      const entries = await identity.log();
      const known = await identity.app.get(AuditLogReader).disclosuresOf(entries.map((entry) => entry.id));
      return JSON.stringify([...known.values()]);
    };
    expect(await disclosed()).toMatch(/petronilla@/);
    expect(await disclosed()).toContain(name);
    expect((await erase(id)).status).toBe(200);

    const [erased] = await identity.log('subject.erased');
    const [created] = await identity.log('person.created');
    const [setUp] = await identity.log('installation.set_up');
    // Her name twice, the address of her account, and name and address of the invitation.
    expect(erased?.data).toEqual({ person: created?.data.person, count: 5, basis: 'own_request' });
    expect(erased?.actor).toBe(setUp?.actor);
    expect(JSON.stringify(erased)).not.toContain(because.reason);
    expect(await disclosed()).toContain(because.reason);
    expect(await disclosed()).not.toMatch(/petronilla/i);
    expect(await disclosed()).toMatch(/ada@example/);
  });

  it('is for administrators only, and not for oneself', async () => {
    const { id, cookie, name } = await someone('Secondo');
    expect((await erase(id, because, cookie)).status).toBe(403);
    expect((await identity.send(routes.erasePerson, { params: { id }, body: because })).status).toBe(401);
    expect((await search(name, cookie)).status).toBe(403);
    const own = await erase(await idOf(administrator));
    expect(own).toMatchObject({ status: 409, body: { code: 'person.is_oneself' } });
    expect(await namesOf('secondo')).toEqual(['Secondo']);
  });

  it('takes no reason that names her', async () => {
    const { id } = await someone('Bo');
    const statusOf = async (reason: string) => (await erase(id, { ...because, reason })).status;
    expect(await statusOf('Asked for by BO, in a letter.')).toBe(400);
    expect(await statusOf('Asked for by bo@example.org.')).toBe(400);
    expect(await statusOf(' ')).toBe(400);
    expect(await statusOf('She asked about it in a letter.')).toBe(200);
  });

  it('finds people by a part of a name or an address, whatever the capitals, and no sign stands for others', async () => {
    await someone('Desiderata');
    expect(await namesOf('SIDERA')).toEqual(['Desiderata']);
    expect(await namesOf('desiderata@EXAMPLE')).toEqual(['Desiderata']);
    expect(await namesOf('Desi%rata')).toEqual([]);
  });

  it('offers the bases that the logs know', () => {
    expect(offered).toEqual(erasureBases);
  });

  it('changes nothing when another context refuses', async () => {
    class StillThere extends PersonalDataHolder {
      override erase(): Promise<void> {
        throw new DomainRefusal({ code: 'person.still_at_table', params: { tables: ['T-1'] } }, { status: 409 });
      }
    }
    const { id, cookie, name } = await someone('Ultima');
    identity.app.get(PersonalData).register(new StillThere());
    // Whether an entry is sealed yet changes by itself.
    const recorded = async () => (await identity.log()).map(({ id: entry, act, data }) => [entry, act, data]);
    const before = await recorded();
    expect(await erase(id)).toMatchObject({ status: 409, body: { params: { tables: ['T-1'] } } });
    expect(await recorded()).toEqual(before);
    expect((await identity.call(routes.session, { cookie })).body.person?.name).toBe(name);
  });
});
