import { jest } from '@jest/globals';
import { type InvitationView, type Problem, type SessionView } from '@tavolo/contracts';
import { TablesApplication, type Someone } from '../testing/tables-application.js';
import { type TableFacts } from '../policy/table-facts.js';
import { FillSeat } from './fill-seat.act.js';

jest.setTimeout(60_000);

const acceptance = { name: 'Gaia', password: 'a long enough secret' };

describe('an invitation to a seat', () => {
  let tables: TablesApplication;
  let table: TableFacts;
  let administrator: Someone;
  let count = 0;

  beforeAll(async () => {
    tables = await TablesApplication.start();
    table = await tables.table('T-INV', { visibility: 'members' });
    administrator = await tables.person('Ada', true);
  });

  afterAll(() => tables.close());

  const invite = async (place: { seat: string; table?: string; as?: string }) => {
    const email = `guest${(count += 1)}@example.org`;
    const seat = { table: 'T-INV', as: 'holder', ...place };
    const sent = await tables.post<InvitationView & Problem>(
      '/invitations',
      { email, name: 'Guest', language: 'en', seat },
      administrator,
    );
    const { body: mails } = await tables.get<{ to: string; text: string }[]>('/outbox');
    const text = mails.find(({ to }) => to === email)?.text ?? '';
    return { ...sent, token: /\/invitation\/([\w-]+)/.exec(text)?.[1] ?? '' };
  };
  const accept = (token: string) => tables.post<SessionView & Problem>(`/invitation-links/${token}`, acceptance);

  it('makes a member with a name to erase, and fills the seat, when it is accepted', async () => {
    const { body: sent, token } = await invite({ seat: '2' });
    expect(sent.table).toEqual({ key: 'T-INV', name: table.name });
    const { body: session } = await accept(token);
    const { me } = await tables.policy.of({ kind: 'person', person: session.person?.id ?? '', session: '' }, 'T-INV');
    const { seats } = await tables.policy.composition(table.id);
    expect(seats[1]).toMatchObject({ holder: me.member, sector: 'third_sector' });
    expect(
      (await tables.log(table))
        .slice(0, 2)
        .map(({ act }) => act)
        .sort(),
    ).toEqual(['member.joined', 'seat.filled']);
    expect((await tables.log(table, 'seat.filled'))[0]?.actor).toBe(me.member);
  });

  it('is not sent for a seat that is taken, or that does not exist', async () => {
    const somebody = await tables.person('Marta');
    await tables.run(FillSeat, { table: 'T-INV', seat: '1', person: somebody.id, as: 'holder' });
    expect((await invite({ seat: '1' })).body.code).toBe('seat.taken');
    expect((await invite({ seat: '1', as: 'deputy' })).status).toBe(200);
    expect((await invite({ seat: '77' })).status).toBe(404);
    expect((await invite({ seat: '1', table: 'T-NOWHERE' })).status).toBe(404);
  });

  it('makes no account when somebody else took the seat first', async () => {
    const [first, second] = [await invite({ seat: '3' }), await invite({ seat: '3' })];
    expect((await accept(first.token)).status).toBe(200);
    const { status, body } = await accept(second.token);
    expect({ status, code: body.code }).toEqual({ status: 409, code: 'seat.taken' });
    const signIn = { email: second.body.email, password: acceptance.password };
    expect((await tables.post<Problem>('/session', signIn)).body.code).toBe('session.not_opened');
  });

  it('fills the seat once when two accept at the same moment', async () => {
    const [first, second] = [await invite({ seat: '4' }), await invite({ seat: '4' })];
    const answers = await Promise.all([accept(first.token), accept(second.token)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  });
});
