import { unzipBundle, verifyBundle, type BundleFiles } from '@tavolo/audit-log';
import { system } from '../../acts/who.js';
import { testDatabase, type TestDatabase } from '../../database/test-database.js';
import { Note } from '../../testing/note.act.js';
import { testPlatform, type TestPlatform } from '../../testing/test-platform.js';

describe('an exported log', () => {
  let database: TestDatabase;
  let platform: TestPlatform;
  let space: string;
  let vkey: string;

  beforeAll(async () => {
    database = await testDatabase([], []);
    platform = await testPlatform(database);
    space = platform.systemSpace;
    platform.startSequencer();
    for (const text of ['first words', 'a name', 'more words']) {
      await platform.runner.run(new Note(space), { stream: 'doc:1', text }, system);
      await exported();
    }
    vkey = (await platform.reader.proofState(space)).vkey;
  });

  afterAll(async () => {
    await platform.close();
    await database.close();
  });

  const exported = async (): Promise<BundleFiles> =>
    unzipBundle(await platform.bundle.zip(space, { withDisclosures: true }));
  const textOf = (files: BundleFiles, path: string) => Buffer.from(files.get(path) ?? []).toString();
  const disclosed = (files: BundleFiles) =>
    textOf(files, 'disclosures.txt')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => Buffer.from(line, 'base64url').toString());

  it('verifies with the key that was pinned before, with all its heads and proofs', async () => {
    const files = await exported();
    const report = verifyBundle(files, { vkeys: [vkey] });
    expect(report).toMatchObject({ verdict: 0, size: 4, findings: [], warnings: [] });
    expect([...files.keys()].sort()).toEqual(
      expect.arrayContaining([
        'checkpoint.txt',
        'checkpoints/2.txt',
        'disclosures.txt',
        'entries.jsonl',
        'proofs/consistency-2-4.json',
        'proofs/entry-3.tlog-proof',
        'vkey.txt',
      ]),
    );
  });

  it('contains the act that was recorded just before', async () => {
    await platform.runner.run(new Note(space), { stream: 'doc:2', text: 'just now' }, system);
    expect(textOf(await exported(), 'entries.jsonl')).toContain('doc:2');
  });

  it('fails when a single byte of an entry is changed', async () => {
    const files = new Map(await exported());
    const entries = Buffer.from(files.get('entries.jsonl')!);
    entries[200]! ^= 1;
    files.set('entries.jsonl', entries);
    expect(verifyBundle(files, { vkeys: [vkey] }).verdict).toBe(1);
  });

  it('is the same zip each time', async () => {
    const [first, second] = [
      await platform.bundle.zip(space, { withDisclosures: true }),
      await platform.bundle.zip(space, { withDisclosures: true }),
    ];
    expect(Buffer.from(first).equals(Buffer.from(second))).toBe(true);
  });

  it('leaves the erasable part out when it is not wanted', async () => {
    const files = unzipBundle(await platform.bundle.zip(space, { withDisclosures: false }));
    expect(files.has('disclosures.txt')).toBe(false);
    expect(verifyBundle(files, { vkeys: [vkey] }).verdict).toBe(0);
    expect(textOf(files, 'entries.jsonl')).not.toContain('first words');
  });

  describe('after a person was erased', () => {
    it('still verifies, without her data, which the viewer no longer has either', async () => {
      const before = await exported();
      expect(disclosed(before).some((line) => line.includes('a name'))).toBe(true);
      const erase = new Note(
        space,
        async (_, { manager }) => {
          await platform.erasure.eraseSubject(manager, space, 'person-1');
        },
        { disclosures: [] },
      );
      await platform.runner.run(erase, { stream: 'erasure', text: 'x' }, system);
      const after = await exported();
      expect(verifyBundle(after, { vkeys: [vkey] }).verdict).toBe(0);
      expect(disclosed(after)).toEqual([]);
      const { entries } = await platform.reader.page(space);
      expect(await platform.reader.disclosuresOf(entries.map(({ id }) => id))).toEqual(new Map());
    });

    it('cannot happen without an entry that says so', async () => {
      await platform.runner.run(new Note(space), { stream: 'doc:3', text: 'new' }, system);
      const erase = platform.erasure.eraseSubject(database.dataSource.manager, space, 'person-1');
      await expect(erase).rejects.toMatchObject({ code: '23514' });
    });
  });

  it('pages from the newest entry to the oldest, with filters', async () => {
    const all = await platform.reader.page(space, { limit: 100 });
    const paged: string[] = [];
    let before: string | undefined;
    do {
      const page = await platform.reader.page(space, { limit: 2, before });
      paged.push(...page.entries.map(({ id }) => id));
      before = page.next ?? undefined;
    } while (before !== undefined);
    expect(paged).toEqual(all.entries.map(({ id }) => id));
    expect((await platform.reader.page(space, { stream: 'doc:1' })).entries.map(({ version }) => version)).toEqual([
      3, 2, 1,
    ]);
    expect((await platform.reader.page(space, { act: 'space.created' })).entries).toHaveLength(1);
    expect((await platform.reader.page(space, { actor: 'nobody' })).entries).toEqual([]);
    await expect(platform.reader.page(space, { before: 'x' })).rejects.toThrow();
  });
});
