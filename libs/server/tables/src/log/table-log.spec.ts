import { jest } from '@jest/globals';
import { type LogPage, type Problem } from '@tavolo/contracts';
import { Act, ActRunner, system, type ActContext } from '@tavolo/server-platform';
import { z } from 'zod';
import { FillSeat } from '../seats/fill-seat.act.js';
import { VacateSeat } from '../seats/vacate-seat.act.js';
import { TablesApplication, type Someone } from '../testing/tables-application.js';
import { type TableFacts } from '../policy/table-facts.js';

jest.setTimeout(60_000);

const draft = z.object({
  space: z.string(),
  act: z.enum(['proposal.drafted', 'proposal.submitted', 'vote.opened', 'vote.cast']),
  stream: z.string(),
  actor: z.string().nullable(),
  data: z.record(z.string(), z.string()),
  text: z.string().nullable(),
  subject: z.string().nullable(),
});

/** Stands for the acts of later contexts: it records one entry and changes nothing. */
class RecordEntry extends Act<z.infer<typeof draft>, null> {
  readonly name = 'proposal.drafted';
  readonly command = draft;

  execute({ text, subject, ...entry }: z.infer<typeof draft>, context: ActContext): Promise<null> {
    const disclosures = text === null ? [] : [{ name: 'title', value: text, subject }];
    context.record({ ...entry, disclosures });
    return Promise.resolve(null);
  }
}

describe('the log of a table as people read it', () => {
  let tables: TablesApplication;
  let table: TableFacts;
  let marta: Someone;
  let teo: Someone;
  let administrator: Someone;
  let seat: string;

  const record = (entry: Partial<z.infer<typeof draft>>) =>
    tables.app.get(ActRunner).run(
      new RecordEntry(),
      {
        space: table.space,
        act: 'vote.cast',
        stream: 'vote:B-1',
        actor: null,
        data: {},
        text: null,
        subject: null,
        ...entry,
      },
      system,
    );

  beforeAll(async () => {
    tables = await TablesApplication.start();
    table = await tables.table('T-LOG');
    [marta, teo] = [await tables.person('Marta'), await tables.person('Teo')];
    administrator = await tables.person('Ada', true);
    const { member } = await tables.run(FillSeat, { table: 'T-LOG', seat: '3', person: marta.id, as: 'holder' });
    seat = (await tables.policy.composition(table.id)).seats[2]?.id ?? '';
    const about = { proposal: 'P-7' };
    await record({
      act: 'proposal.drafted',
      stream: 'proposal:P-7',
      actor: member,
      data: about,
      text: 'A minibus on Fridays',
      subject: marta.id,
    });
    const text = 'Submitted with a note';
    await record({ act: 'proposal.submitted', stream: 'proposal:P-7', data: about, text, subject: marta.id });
    await record({ act: 'vote.opened', data: { vote: 'B-1', ...about } });
    await record({ actor: seat, data: { vote: 'B-1', option: 'yes' } });
    await tables.setClock('2026-11-25T08:00:00.000Z');
    await tables.run(VacateSeat, { table: 'T-LOG', seat: '3', as: 'holder' });
    await tables.run(FillSeat, { table: 'T-LOG', seat: '3', person: teo.id, as: 'holder' });
    await record({ actor: seat, data: { vote: 'B-1', option: 'no' } });
    await record({ act: 'proposal.drafted', stream: 'proposal:P-8', data: { proposal: 'P-8' } });
  });

  afterAll(() => tables.close());

  const log = async (query = '', reader: Someone | null = teo) =>
    (await tables.get<LogPage>(`/tables/T-LOG/log${query}`, reader)).body;
  const acts = async (query: string) => (await log(query)).entries.map(({ act }) => act);

  it('names who acted to members; to others it says the seat', async () => {
    const [cast] = (await log('?act=vote.cast')).entries;
    expect(cast?.actor).toEqual({
      member: seat,
      name: 'Teo',
      label: { en: 'Seat 3, citizens', it: 'Seggio 3, cittadini' },
    });
    const [seen] = (await log('?act=vote.cast', null)).entries;
    expect(seen?.actor).toEqual({ ...cast?.actor, name: null });
  });

  it('names who held the seat when it voted, not who holds it now', async () => {
    const casts = (await log('?act=vote.cast')).entries;
    expect(casts.map(({ actor, data }) => [actor?.name, data.option])).toEqual([
      ['Teo', 'no'],
      ['Marta', 'yes'],
    ]);
  });

  it('withholds from visitors what says who somebody is, and drafts, and shows them the other texts', async () => {
    const body = await log('', null);
    expect(JSON.stringify(body)).not.toMatch(/Marta|Teo|Ada|Title of/);
    const joined = body.entries.find(({ act }) => act === 'member.joined');
    expect(joined?.disclosed).toEqual({ name: null, title: null });
    const disclosedOf = (name: string) => body.entries.findLast(({ act }) => act === name)?.disclosed;
    expect(disclosedOf('proposal.submitted')).toEqual({ title: 'Submitted with a note' });
    expect(disclosedOf('proposal.drafted')).toEqual({ title: null });
    expect((await log('?act=member.joined')).entries[0]?.disclosed).toMatchObject({ name: 'Teo' });
  });

  it('finds everything about a proposal, with the votes on it', async () => {
    const { entries, next } = await log('?subject=P-7');
    expect(entries.map(({ act }) => act)).toEqual([
      'vote.cast',
      'vote.cast',
      'vote.opened',
      'proposal.submitted',
      'proposal.drafted',
    ]);
    expect(next).toBeNull();
    expect(await acts('?subject=P-7&act=vote.opened')).toEqual(['vote.opened']);
    expect(await acts('?subject=P-9')).toEqual([]);
  });

  it('turns pages without losing or repeating an entry', async () => {
    for (const filter of ['', '&subject=P-7']) {
      const all = (await log(`?limit=100${filter}`)).entries.map(({ id }) => id);
      const seen: string[] = [];
      for (let next: string | null = ''; next !== null;) {
        const page: LogPage = await log(`?limit=2${filter}${next === '' ? '' : `&before=${next}`}`);
        seen.push(...page.entries.map(({ id }) => id));
        next = page.next;
      }
      expect(seen).toEqual(all);
    }
  });

  it('filters by day in the time zone of the table, and by actor', async () => {
    const days = async (query: string) => new Set((await log(query)).entries.map(({ at }) => at.slice(0, 10)));
    expect(await days('?to=2026-11-24')).toEqual(new Set(['2026-11-24']));
    expect(await days('?from=2026-11-25')).toEqual(new Set(['2026-11-25']));
    expect(await acts(`?actor=${seat}`)).toEqual(['vote.cast', 'vote.cast']);
  });

  it.each(['?limit=0', '?limit=1000', '?act=no.such', '?from=yesterday', '?before=nowhere', '?subject=%27%20or%201'])(
    'refuses %s',
    async (query) => {
      const { status, body } = await tables.get<Problem>(`/tables/T-LOG/log${query}`, teo);
      expect({ status, code: body.code }).toEqual({ status: 400, code: 'invalid_input' });
    },
  );

  it('of the installation is for administrators, with the names of who acted', async () => {
    expect((await tables.get('/log')).status).toBe(401);
    expect((await tables.get('/log', teo)).status).toBe(403);
    await tables.post('/invitations', { email: 'x@example.org', name: 'X', language: 'en', seat: null }, administrator);
    const { body } = await tables.get<LogPage>('/log?act=invitation.sent', administrator);
    expect(body.entries[0]).toMatchObject({ actor: { name: 'Ada' }, disclosed: { email: 'x@example.org', name: 'X' } });
  });
});
