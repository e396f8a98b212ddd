import { jest } from '@jest/globals';
import { unzipBundle, verifyBundle, type BundleFiles } from '@tavolo/audit-log';
import { AuditBundle, AuditLogReader, AuditSpaces, routesOf } from '@tavolo/server-platform';
import { CreateAccount } from '@tavolo/server-identity';
import { VacateSeat } from '@tavolo/server-tables';
import { WholeApplication, type MadeTable, type Person } from './testing/whole-application.js';

jest.setTimeout(120_000);

const table = 'T-GONE';
const erasure = { basis: 'own_request', reason: 'Asked for by letter' };

describe('somebody who wrote a proposal and then asks to be forgotten', () => {
  let whole: WholeApplication;
  let ada: Person;
  let ottavia: Person;
  let teo: Person;
  let made: MadeTable;
  let proposal: string;

  beforeAll(async () => {
    whole = await WholeApplication.start();
    ada = await whole.administrator('Ada');
    [ottavia, teo] = [await whole.person('Ottavia'), await whole.person('Teo')];
    await whole.perform(CreateAccount, { person: ottavia.id, email: 'ottavia@example.org' });
    made = await whole.table(table, 'public');
    const member = await whole.sit(made, 0, ottavia);
    await whole.sit(made, 1, teo);
    await invited('Ottavia@example.org');
    proposal = (await whole.draft(made, ottavia, member, 'A garden', 'A garden for everybody.')).key;
    for (const act of ['proposal.frozen', 'negotiation.reopened', 'proposal.submitted']) {
      expect([act, (await whole.act(ottavia, proposal, act)).status]).toEqual([act, 200]);
    }
  });

  afterAll(() => whole.close());

  const invited = (email: string): Promise<Response> =>
    whole.request('POST', '/api/v1/invitations', ada, {
      email,
      name: 'Ottavia',
      language: 'it',
      seat: { table, seat: made.seats[1], as: 'deputy' },
      administrator: false,
    });
  const erase = (by: Person): Promise<Response> =>
    whole.request('POST', `/api/v1/people/${ottavia.id}/acts/subject.erased`, by, erasure);

  /** What everything that can be read answers to a reader, copies of logs unpacked. */
  async function read(reader: Person): Promise<Map<string, string>> {
    const values: Readonly<Record<string, string>> = { table, proposal, n: '1' };
    const answers = new Map<string, string>();
    for (const { method, path } of routesOf(whole.app)) {
      if (method !== 'GET') continue;
      const asked = path.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? 'x');
      const answer = await whole.request('GET', asked, reader);
      const content = new Uint8Array(await answer.arrayBuffer());
      answers.set(path, path.endsWith('/bundle') ? wordsIn(unzipBundle(content)) : Buffer.from(content).toString());
    }
    return answers;
  }
  const naming = (answers: ReadonlyMap<string, string>): string[] =>
    [...answers].flatMap(([path, words]) => (/ottavia/i.test(words) ? [path] : []));

  it('is named in many places before', async () => {
    expect(naming(await read(ada))).toEqual([
      '/api/v1/invitations',
      '/api/v1/log',
      '/api/v1/outbox',
      '/api/v1/people',
      '/api/v1/proposals/{proposal}',
      '/api/v1/tables/{table}',
      '/api/v1/tables/{table}/log',
      '/api/v1/tables/{table}/log/bundle',
    ]);
  });

  it('is not erased by others than administrators, nor while she has a seat', async () => {
    expect((await erase(teo)).status).toBe(403);
    const refused = await erase(ada);
    expect(refused.status).toBe(409);
    expect(await refused.json()).toMatchObject({ code: 'person.still_at_table', params: { tables: [table] } });
    await whole.perform(VacateSeat, { table, seat: made.seats[0], as: 'holder' });
    expect(naming(await read(ada))).toContain('/api/v1/people');
  });

  describe('and was erased', () => {
    let session: string;

    beforeAll(async () => {
      session = (await whole.session(ottavia)).cookie;
      expect((await erase(ada)).status).toBe(200);
    });

    it('is signed in nowhere any more', async () => {
      const answer = await fetch(`${whole.url}/api/v1/session`, { headers: { cookie: session } });
      expect(await answer.json()).toMatchObject({ person: null });
    });

    it('is named by nothing that anybody can read', async () => {
      for (const reader of [ada, teo]) expect(naming(await read(reader))).toEqual([]);
      expect((await read(teo)).get('/api/v1/tables/{table}')).toContain('Teo');
    });

    it('left logs that verify, that of the table and that of the installation', async () => {
      for (const kind of ['table', 'system']) {
        const [space] = await whole.database.dataSource.query<{ id: string }[]>(
          'select id from audit.space where kind = $1',
          [kind],
        );
        const id = space?.id ?? '';
        const files = unzipBundle(await whole.app.get(AuditBundle).zip(id, { withDisclosures: true }));
        const { vkey } = await whole.app.get(AuditLogReader).proofState(id);
        expect(verifyBundle(files, { vkeys: [vkey] })).toMatchObject({ verdict: 0, findings: [] });
        expect(wordsIn(files)).not.toMatch(/ottavia/i);
      }
    });

    it('is told by the log of the installation with nothing but a pseudonym, a number and why', async () => {
      const { id } = await whole.app.get(AuditSpaces).system(whole.database.dataSource.manager);
      const { entries } = await whole.app.get(AuditLogReader).page(id, { act: 'subject.erased' });
      const pseudonym = expect.stringMatching(/^m_/) as unknown;
      expect(entries.map(({ data }) => data)).toEqual([{ person: pseudonym, count: 4, basis: 'own_request' }]);
    });
  });
});

/** Everything that can be read in a copy of a log, what was disclosed in plain. */
function wordsIn(files: BundleFiles): string {
  const texts = [...files.values()].map((content) => Buffer.from(content).toString());
  const disclosed = texts.flatMap((text) => text.split('\n')).map((line) => Buffer.from(line, 'base64url').toString());
  return [...texts, ...disclosed].join('\n');
}
