import { jest } from '@jest/globals';
import { unzipBundle, verifyBundle, type BundleFiles } from '@tavolo/audit-log';
import { type LogPage, type TableView } from '@tavolo/contracts';
import { Act, ActRunner, AuditSpaces, Mail, PersonalData, type ActContext } from '@tavolo/server-platform';
import { z } from 'zod';
import { TableDatabase } from '../policy/table-database.reader.js';
import { FillSeat } from '../seats/fill-seat.act.js';
import { GiveRole } from '../seats/give-role.act.js';
import { TablesApplication, type Someone } from '../testing/tables-application.js';
import { type TableFacts } from '../policy/table-facts.js';

jest.setTimeout(60_000);

const command = z.object({ person: z.string() });

/** Stands for the act of identity: the tables erase first, then the person herself can go. */
class ErasePerson extends Act<z.infer<typeof command>, null> {
  readonly name = 'subject.erased';
  readonly command = command;

  constructor(
    private readonly personalData: PersonalData,
    private readonly spaces: AuditSpaces,
  ) {
    super();
  }

  async execute({ person }: z.infer<typeof command>, context: ActContext): Promise<null> {
    await this.personalData.erase({ person, addresses: ['ottavia@example.org'], basis: 'own_request' }, context);
    await context.manager.query('delete from identity_person where id = $1', [person]);
    const { id: space } = await this.spaces.system(context.manager);
    context.record({ space, act: this.name, stream: 'person:erased', actor: null, data: { basis: 'own_request' } });
    return null;
  }
}

describe('somebody who asked to be forgotten', () => {
  let tables: TablesApplication;
  let table: TableFacts;
  let ottavia: Someone;
  let teo: Someone;
  let administrator: Someone;
  let member: string;

  beforeAll(async () => {
    tables = await TablesApplication.start();
    table = await tables.table('T-GONE');
    await tables.table('T-OTHER');
    [ottavia, teo] = [await tables.person('Ottavia'), await tables.person('Teo')];
    administrator = await tables.person('Ada', true);
    for (const key of ['T-GONE', 'T-OTHER']) {
      await tables.run(FillSeat, { table: key, seat: '3', person: ottavia.id, as: 'holder' });
    }
    member = await pseudonym('T-GONE');
    await tables.run(GiveRole, { table: 'T-OTHER', role: 'secretary', person: ottavia.id });
    for (const to of ['Ottavia@example.org', 'teo@example.org']) {
      await tables.app.get(Mail).send({ to, subject: 'Your table', text: 'Dear reader', language: 'en' });
    }
    await tables.run(FillSeat, { table: 'T-GONE', seat: '1', person: teo.id, as: 'holder' });
  });

  afterAll(() => tables.close());

  const pseudonym = async (key: string) => (await tables.policy.of(ottavia.who, key)).me.member ?? '';
  const erase = () =>
    tables.app
      .get(ActRunner)
      .run(
        new ErasePerson(tables.app.get(PersonalData), tables.app.get(AuditSpaces)),
        { person: ottavia.id },
        administrator.who,
      );
  /** As the administrator does it on the page of the people of a table. */
  const end = async (key: string, act: 'seat.vacated' | 'role.ended', body: object): Promise<void> => {
    expect((await tables.post(`/tables/${key}/acts/${act}`, body, administrator)).status).toBe(200);
  };
  const bundle = async (): Promise<BundleFiles> => {
    const response = await tables.fetch('/tables/T-GONE/log/bundle', teo);
    return unzipBundle(new Uint8Array(await response.arrayBuffer()));
  };
  const wordsIn = (files: BundleFiles): string => {
    const texts = [...files.values()].map((content) => Buffer.from(content).toString());
    const disclosed = texts
      .flatMap((text) => text.split('\n'))
      .map((line) => Buffer.from(line, 'base64url').toString());
    return [...texts, ...disclosed].join('\n');
  };

  it('has to leave her seats and roles first, and nothing is erased until then', async () => {
    expect(wordsIn(await bundle())).toContain('Ottavia');
    await expect(erase()).rejects.toMatchObject({
      content: { code: 'person.still_at_table', status: 409, params: { tables: ['T-GONE', 'T-OTHER'] } },
    });
    const reason = 'Asked by letter to be forgotten';
    for (const key of ['T-GONE', 'T-OTHER']) await end(key, 'seat.vacated', { seat: '3', reason });
    await expect(erase()).rejects.toMatchObject({ content: { params: { tables: ['T-OTHER'] } } });
    await end('T-OTHER', 'role.ended', { role: 'secretary', member: await pseudonym('T-OTHER'), reason });
    expect(wordsIn(await bundle())).toContain('Ottavia');
  });

  describe('and was erased', () => {
    beforeAll(erase);

    it('is in no copy of the log, which verifies all the same', async () => {
      const files = await bundle();
      const { vkey } = (await tables.get<TableView>('/tables/T-GONE', teo)).body.log;
      expect(verifyBundle(files, { vkeys: [vkey] })).toMatchObject({ verdict: 0, findings: [] });
      expect(wordsIn(files)).not.toMatch(/Ottavia|ottavia@|Asked by letter/);
      expect(wordsIn(files)).toContain('Teo');
    });

    it('is called in the log after the seat that she held', async () => {
      const { body } = await tables.get<LogPage>('/tables/T-GONE/log?limit=100', teo);
      expect(JSON.stringify(body)).not.toContain('Ottavia');
      const known = (await tables.policy.members(table.id)).get(member);
      expect(known).toEqual({
        member,
        person: null,
        name: null,
        title: null,
        label: { en: 'Seat 3, citizens', it: 'Seggio 3, cittadini' },
      });
      const joined = body.entries.find(({ act, data }) => act === 'member.joined' && data.member === member);
      expect(joined?.disclosed).toEqual({});
    });

    it('is told by each log of a table that she was at, without saying who she was', async () => {
      const [erased] = await tables.log(table, 'subject.erased');
      const { me } = await tables.policy.of(administrator.who, 'T-GONE');
      expect(erased?.data).toEqual({ member, count: 3, basis: 'own_request' });
      expect(erased?.stream).toBe(`member:${member}`);
      expect(erased?.actor).not.toBeNull();
      expect(erased?.actor).not.toBe(me.member);
    });

    it('is in no table of the database any more, and her keys are destroyed', async () => {
      const { manager } = tables.app.get(TableDatabase);
      const count = async (sql: string) => (await manager.query<{ count: number }[]>(sql, [ottavia.id]))[0]?.count;
      expect(await count('select count(*)::int as count from tables_member where person_id = $1')).toBe(0);
      const inLogs = `from audit.subject_key join audit.space on space.id = space_id where kind = 'table' and subject_id = $1`;
      expect(await count(`select count(*)::int as count ${inLogs}`)).toBe(0);
      expect(await manager.query('select recipient from platform_mail')).toEqual([{ recipient: 'teo@example.org' }]);
    });
  });
});
