import { jest } from '@jest/globals';
import {
  MerkleTree,
  checkInclusion,
  hashTile,
  leafHash,
  openCheckpoint,
  parseCheckpoint,
  parseEntry,
  parseEntryBundle,
  parseTlogProof,
  parseVerifierKey,
  tilePath,
  tilesOf,
} from '@tavolo/audit-log';
import { type Problem, type TableView } from '@tavolo/contracts';
import { Act, ActRunner, openApiDocument, routesOf, system, type ActContext } from '@tavolo/server-platform';
import { z } from 'zod';
import { FillSeat } from '../seats/fill-seat.act.js';
import { TablesApplication, type Someone } from '../testing/tables-application.js';
import { type TableFacts } from '../policy/table-facts.js';

jest.setTimeout(60_000);

const many = z.object({ space: z.string(), count: z.int() });

/** Stands for a table at which much has happened. */
class RecordMany extends Act<z.infer<typeof many>, null> {
  readonly name = 'doc.revision';
  readonly command = many;

  execute({ space, count }: z.infer<typeof many>, context: ActContext): Promise<null> {
    for (let number = 0; number < count; number++) {
      context.record({ space, act: this.name, stream: `doc:${number}`, actor: null, data: { number } });
    }
    return Promise.resolve(null);
  }
}

describe('a log as tiles', () => {
  let tables: TablesApplication;
  let table: TableFacts;
  let marta: Someone;
  let stranger: Someone;
  let administrator: Someone;

  beforeAll(async () => {
    tables = await TablesApplication.start();
    table = await tables.table('T-OPEN');
    await tables.table('T-CLOSED', { visibility: 'members' });
    [marta, stranger] = [await tables.person('Marta'), await tables.person('Stefania')];
    administrator = await tables.person('Ada', true);
    for (const key of ['T-OPEN', 'T-CLOSED']) {
      await tables.run(FillSeat, { table: key, seat: '1', person: marta.id, as: 'holder' });
    }
    for (const key of ['T-OPEN', 'T-CLOSED']) {
      const { space } = (await tables.policy.of(system, key)).table;
      await tables.app.get(ActRunner).run(new RecordMany(), { space, count: 300 }, system);
      await signed(space);
    }
  });

  afterAll(() => tables.close());

  /** Until everything that was recorded stands under a signed head. */
  const signed = async (space: string): Promise<void> => {
    const [newest] = (await tables.log({ space })).slice(0, 1);
    const path = (await tables.policy.all(system)).find((standing) => standing.table.space === space)?.table.key;
    const { status } = await tables.fetch(`/tables/${path}/log/proof/${newest?.id}`, administrator);
    expect(status).toBe(200);
  };
  const bytesOf = async (path: string, reader: Someone | null = null) => {
    const response = await tables.fetch(path, reader);
    return { response, bytes: new Uint8Array(await response.arrayBuffer()) };
  };
  const textOf = async (path: string, reader: Someone | null = null) =>
    Buffer.from((await bytesOf(path, reader)).bytes).toString();
  const vkeyOf = async (key: string, reader: Someone | null = null) =>
    (await tables.get<TableView>(`/tables/${key}`, reader)).body.log.vkey;

  it('can be followed by a mirror that knows nothing but the key: head, entries, hashes', async () => {
    const head = openCheckpoint(await textOf('/tables/T-OPEN/log/checkpoint'), [
      parseVerifierKey(await vkeyOf('T-OPEN')),
    ]);
    expect(head.origin).toBe(table.origin);
    expect(head.size).toBeGreaterThan(300);
    const leaves: Uint8Array[] = [];
    for (const tile of tilesOf(head.size).filter(({ level }) => level === 0)) {
      const { bytes } = await bytesOf(`/tables/T-OPEN/log/${tilePath({ ...tile, level: 'entries' })}`);
      leaves.push(...parseEntryBundle(bytes, tile.width));
    }
    const tree = new MerkleTree(leaves.map(leafHash));
    expect(Buffer.from(tree.root()).equals(head.root)).toBe(true);
    expect(leaves.map((leaf) => parseEntry(leaf).log)).toEqual(leaves.map(() => table.origin));
    for (const tile of tilesOf(head.size)) {
      const { response, bytes } = await bytesOf(`/tables/T-OPEN/log/${tilePath(tile)}`);
      expect(response.headers.get('content-type')).toBe('application/octet-stream');
      expect(Buffer.from(bytes).equals(hashTile(tree, tile))).toBe(true);
    }
  });

  it('still has a tile at every width that an earlier head asked for', async () => {
    const full = (await bytesOf('/tables/T-OPEN/log/tile/0/000')).bytes;
    expect(full).toHaveLength(256 * 32);
    expect((await bytesOf('/tables/T-OPEN/log/tile/0/000.p/7')).bytes).toEqual(full.subarray(0, 7 * 32));
    const few = (await bytesOf('/tables/T-OPEN/log/tile/entries/000.p/7')).bytes;
    expect(parseEntryBundle(few, 7)).toHaveLength(7);
  });

  it('lets full tiles be kept for long, where not everybody may read by the browser alone, and nothing else at all', async () => {
    const caching = async (path: string) => (await tables.fetch(path, marta)).headers.get('cache-control');
    expect(await caching('/tables/T-OPEN/log/tile/0/000')).toBe('public, max-age=31536000, immutable');
    expect(await caching('/tables/T-OPEN/log/tile/entries/000')).toBe('public, max-age=31536000, immutable');
    expect(await caching('/tables/T-CLOSED/log/tile/0/000')).toBe('private, max-age=31536000, immutable');
    expect((await tables.fetch('/tables/T-CLOSED/log/tile/0/000', marta)).headers.get('vary')).toContain('Cookie');
    for (const path of ['checkpoint', 'tile/0/001.p/5', 'tile/entries/001.p/5', 'tile/1/000.p/1']) {
      expect([path, await caching(`/tables/T-OPEN/log/${path}`)]).toEqual([path, 'no-store']);
    }
  });

  it('proves each entry under the signed head', async () => {
    const [entry] = (await tables.log(table)).slice(-1);
    const { proof, index, checkpoint } = parseTlogProof(await textOf(`/tables/T-OPEN/log/proof/${entry?.id}`));
    const head = openCheckpoint(checkpoint, [parseVerifierKey(await vkeyOf('T-OPEN'))]);
    const leafHashOfEntry = Buffer.from(entry?.leafHash ?? '', 'base64');
    expect(index).toBe(entry?.index);
    const inclusion = { index, size: head.size, leafHash: leafHashOfEntry, root: head.root, proof };
    expect(() => checkInclusion(inclusion)).not.toThrow();
    expect(() => checkInclusion({ ...inclusion, index: index + 1 })).toThrow();
  });

  it('proves an entry that was recorded just before', async () => {
    await tables.run(FillSeat, { table: 'T-OPEN', seat: '2', person: stranger.id, as: 'holder' });
    const [newest] = await tables.log(table, 'seat.filled');
    const { checkpoint, index } = parseTlogProof(await textOf(`/tables/T-OPEN/log/proof/${newest?.id}`));
    expect(parseCheckpoint(checkpoint).size).toBeGreaterThan(index);
  });

  it.each([
    'tile/0/999',
    'tile/0/001',
    'tile/0/001.p/255',
    'tile/2/000',
    'tile/9/000.p/1',
    'tile/entries/x001/000',
    'tile/0/0',
    'tile/0/x000/000',
    'tile/0/000.p/256',
    'tile/0/000.p/0',
    'tile/-1/000',
    'tile/leaves/000',
    'proof/no-such-entry',
    'proof/019b0000-0000-7000-8000-000000000000',
  ])('has no %s', async (path) => {
    const { status, body } = await tables.get<Problem>(`/tables/T-OPEN/log/${path}`);
    expect({ status, code: body.code }).toEqual({ status: 404, code: 'not_found' });
  });

  it('of a table of members does not exist for others, and has no entries of other logs', async () => {
    const [entry] = await tables.log((await tables.policy.of(system, 'T-CLOSED')).table);
    for (const path of ['checkpoint', 'tile/0/000', 'tile/entries/000', 'tile/0/000.p/1', `proof/${entry?.id}`]) {
      const status = async (reader: Someone | null) =>
        (await tables.fetch(`/tables/T-CLOSED/log/${path}`, reader)).status;
      expect([path, await status(null), await status(stranger), await status(marta)]).toEqual([path, 404, 404, 200]);
    }
    expect((await tables.fetch(`/tables/T-OPEN/log/proof/${entry?.id}`, marta)).status).toBe(404);
  });

  it('of the installation is for administrators', async () => {
    for (const path of ['/log/checkpoint', '/log/tile/0/000.p/1', '/log/tile/entries/000.p/1']) {
      const status = async (reader: Someone | null) => (await tables.fetch(path, reader)).status;
      expect([path, await status(null), await status(marta), await status(administrator)]).toEqual([
        path,
        401,
        403,
        200,
      ]);
    }
    expect(parseCheckpoint(await textOf('/log/checkpoint', administrator)).origin).toBe('localhost/log/system');
  });

  it('contains no names', async () => {
    const { bytes } = await bytesOf('/tables/T-OPEN/log/tile/entries/000', marta);
    expect(Buffer.from(bytes).toString()).not.toMatch(/Marta|Stefania|Title of/);
  });

  it('is documented with each part of its address', () => {
    const about = { version: '1', publicUrl: 'http://localhost:3000', cookie: 'tavolo' };
    const { paths } = openApiDocument(routesOf(tables.app), about);
    const tile = paths['/api/v1/tables/{table}/log/tile/{level}/{n}/{second}/{third}']?.get;
    expect(tile?.parameters.map(({ name }) => name)).toEqual(['table', 'level', 'n', 'second', 'third']);
    expect(tile?.description).toBe('Reads: audit log.');
  });
});
