import { jest } from '@jest/globals';
import { unzipBundle, verifyBundle } from '@tavolo/audit-log';
import { type TableView } from '@tavolo/contracts';
import { FillSeat } from '../seats/fill-seat.act.js';
import { TablesApplication, type Someone } from '../testing/tables-application.js';
import { type TableFacts } from '../policy/table-facts.js';

jest.setTimeout(60_000);

describe('a copy of the log of a table', () => {
  let tables: TablesApplication;
  let table: TableFacts;
  let marta: Someone;
  let stranger: Someone;

  beforeAll(async () => {
    tables = await TablesApplication.start();
    table = await tables.table('T-COPY');
    [marta, stranger] = [await tables.person('Marta'), await tables.person('Stefania')];
    await tables.run(FillSeat, { table: 'T-COPY', seat: '1', person: marta.id, as: 'holder' });
  });

  afterAll(() => tables.close());

  const take = async (reader: Someone | null) => {
    const response = await tables.fetch('/tables/T-COPY/log/bundle', reader);
    return { response, files: unzipBundle(new Uint8Array(await response.arrayBuffer())) };
  };
  const everything = (files: Awaited<ReturnType<typeof take>>['files']) =>
    JSON.stringify([...files].map(([path, content]) => [path, Buffer.from(content).toString('utf8')]));

  it('verifies, and contains the entry that it was taken', async () => {
    const { response, files } = await take(null);
    expect(response.headers.get('content-type')).toBe('application/zip');
    expect(response.headers.get('content-disposition')).toBe('attachment; filename="T-COPY-log.zip"');
    const { vkey } = (await tables.get<TableView>('/tables/T-COPY')).body.log;
    expect(verifyBundle(files, { vkeys: [vkey] })).toMatchObject({ verdict: 0, findings: [] });
    const [entry] = await tables.log(table, 'export.made');
    expect(entry).toMatchObject({ actor: null, data: { by: 'visitor', disclosures: false } });
    expect(everything(files)).toContain(entry?.id);
  });

  it('contains no names and no erasable part when a visitor or a stranger takes it', async () => {
    for (const reader of [null, stranger]) {
      const { files } = await take(reader);
      expect([...files.keys()]).not.toContain('disclosures.txt');
      expect(everything(files)).not.toMatch(/Marta|Stefania|example\.org|Title of/);
    }
  });

  it('contains the disclosures when a member takes it, and says under which pseudonym', async () => {
    const { files } = await take(marta);
    const disclosures = Buffer.from(files.get('disclosures.txt') ?? []).toString('utf8');
    const disclosed = disclosures.split('\n').map((line) => Buffer.from(line, 'base64url').toString('utf8'));
    expect(disclosed.some((line) => line.includes('"name","Marta"'))).toBe(true);
    const [entry] = await tables.log(table, 'export.made');
    const { me } = await tables.policy.of(marta.who, 'T-COPY');
    expect(entry).toMatchObject({ actor: me.member, data: { disclosures: true } });
  });

  it('is not taken again and again', async () => {
    const reader = await tables.person('Rita');
    const answers = await Promise.all(
      Array.from({ length: 25 }, () => tables.fetch('/tables/T-COPY/log/bundle', reader)),
    );
    await Promise.all(answers.map((answer) => answer.arrayBuffer()));
    const count = (status: number) => answers.filter((answer) => answer.status === status).length;
    expect({ taken: count(200), refused: count(429) }).toEqual({ taken: 20, refused: 5 });
    expect(answers.find(({ status }) => status === 429)?.headers.get('retry-after')).toMatch(/^[1-9]\d*$/);
  });
});
