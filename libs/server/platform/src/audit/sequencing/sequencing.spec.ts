import { leafHash, MerkleTree, openCheckpoint, parseVerifierKey } from '@tavolo/audit-log';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DataSource, type QueryRunner } from 'typeorm';
import { system } from '../../acts/who.js';
import { SequencerDatabase } from '../../database/sequencer-database.js';
import { testDatabase, type TestDatabase } from '../../database/test-database.js';
import { Note } from '../../testing/note.act.js';
import { testPlatform, type TestPlatform } from '../../testing/test-platform.js';
import { HeadMemory } from '../signing/head-memory.js';
import { KeyFileSigner } from '../signing/key-file-signer.js';
import { HeadKeeper } from './head-keeper.js';
import { LeadingSequencer } from './leading-sequencer.js';
import { SealTimeout } from './sequencer.js';
import { SequencingRound } from './sequencing-round.js';

describe('the sequencer', () => {
  let database: TestDatabase;
  let owner: DataSource;
  let platform: TestPlatform;
  let runner: QueryRunner;
  let folder: string;
  let signer: KeyFileSigner;
  let heads: HeadKeeper;
  const connections: SequencerDatabase[] = [];

  /** A process's own way into the database. */
  const connection = (): SequencerDatabase => {
    const own = new SequencerDatabase(database.sequencerUrl);
    connections.push(own);
    return own;
  };

  beforeEach(async () => {
    database = await testDatabase([], []);
    owner = await new DataSource({ type: 'postgres', url: database.ownerUrl }).initialize();
    platform = await testPlatform(database);
    folder = mkdtempSync(join(tmpdir(), 'tavolo-signer-'));
    signer = new KeyFileSigner(randomBytes(32), await HeadMemory.open(join(folder, 'heads.json')));
    heads = new HeadKeeper(signer, 0);
    runner = await connection().connect();
  });

  afterEach(async () => {
    await runner.release();
    for (const own of connections.splice(0)) await own.close();
    await platform.close();
    await owner.destroy();
    await database.close();
    rmSync(folder, { recursive: true });
  });

  const note = (stream: string, at?: string) =>
    platform.runner.run(
      new Note(platform.systemSpace),
      { stream, text: 'words' },
      system,
      at === undefined ? {} : { at: at as never },
    );
  const log = async () =>
    owner.query<{ idx: string; stream: string; sv: number; leaf: Buffer }[]>(
      'select leaf.idx, stream, sv, entry.leaf from audit.leaf join audit.entry on entry.id = entry_id order by idx',
    );
  const order = async () => (await log()).map(({ stream, sv }) => `${stream} ${sv}`);
  const newestHead = async () => {
    const [row] = await owner.query<{ note: string }[]>('select note from audit.checkpoint order by size desc limit 1');
    const origin = platform.spaces.originOf('system');
    return openCheckpoint(row!.note, [parseVerifierKey(await signer.verifierKey(origin))]);
  };

  it('gives indices without gaps, by time, and never before the predecessor in the stream', async () => {
    await note('a:1', '2026-11-24T09:00:00.000Z');
    await note('b:1', '2026-11-24T08:30:00.000Z');
    await note('a:1', '2026-11-24T08:15:00.000Z');
    const round = new SequencingRound();
    expect(await round.run(runner)).toMatchObject({ sequenced: 3, full: true });
    expect(await order()).toEqual(['space:system 1', 'b:1 1', 'a:1 1']);
    await round.run(runner);
    expect(await order()).toEqual(['space:system 1', 'b:1 1', 'a:1 1', 'a:1 2']);
    expect((await log()).map(({ idx }) => idx)).toEqual(['0', '1', '2', '3']);
  });

  it('signs the same root as the whole tree has, over many batches and more than one tile', async () => {
    const small = new SequencingRound(90);
    for (let batch = 0; batch < 4; batch++) {
      await Promise.all(Array.from({ length: 75 }, (_, place) => note(`s:${batch}-${place}`)));
      while ((await small.run(runner)).full);
      await heads.signDue(runner.manager);
    }
    const tree = new MerkleTree((await log()).map(({ leaf }) => leafHash(leaf)));
    const head = await newestHead();
    expect(head.size).toBe(301);
    expect(Buffer.from(head.root)).toEqual(Buffer.from(tree.root()));
    expect(await platform.reader.consistency(platform.systemSpace, 76, 301)).toEqual(tree.consistencyProof(76));
  }, 30_000);

  it('goes on after a crash between the leaves and the head', async () => {
    await note('a:1');
    await new SequencingRound().run(runner);
    await note('a:2');
    await new SequencingRound().run(runner);
    await heads.signDue(runner.manager);
    expect((await newestHead()).size).toBe(3);
  });

  it('goes on after a crash between the signature and the stored head', async () => {
    await note('a:1');
    const round = new SequencingRound();
    await round.run(runner);
    await heads.signDue(runner.manager);
    await owner.query(
      'alter table audit.checkpoint disable trigger no_mutate; delete from audit.checkpoint; alter table audit.checkpoint enable always trigger no_mutate',
    );
    await heads.signDue(runner.manager);
    expect((await newestHead()).size).toBe(2);
  });

  it('leaves everything as it was when its transaction fails, and does it in the next round', async () => {
    await note('a:1');
    await owner.query(`create function fail() returns trigger language plpgsql as $$ begin raise exception 'disk full'; end $$;
      create trigger fail before insert on audit.tile for each row execute function fail()`);
    const round = new SequencingRound();
    await expect(round.run(runner)).rejects.toThrow('disk full');
    expect(await log()).toEqual([]);
    await owner.query('drop trigger fail on audit.tile');
    expect(await round.run(runner)).toMatchObject({ sequenced: 2 });
  });

  it('is stopped by the primary key when two lead at once', async () => {
    await note('a:1');
    const second = await connection().connect();
    const results = await Promise.allSettled([new SequencingRound().run(runner), new SequencingRound().run(second)]);
    await second.release();
    const done = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value.sequenced] : []));
    expect(done.reduce((sum, count) => sum + count, 0)).toBe(2);
    expect(await order()).toHaveLength(2);
  });

  it('never takes an entry whose predecessor was replaced, and says which', async () => {
    await note('a:1');
    await note('a:1');
    await owner.query(`alter table audit.entry disable trigger no_mutate;
      update audit.entry set leaf = convert_to(replace(convert_from(leaf, 'UTF8'), 'm_writer', 'm_forger'), 'UTF8'),
        leaf_hash = sha256('\\x00'::bytea || convert_to(replace(convert_from(leaf, 'UTF8'), 'm_writer', 'm_forger'), 'UTF8'))
      where stream = 'a:1' and sv = 1`);
    const { broken, sequenced } = await new SequencingRound().run(runner);
    expect([broken.length, sequenced]).toEqual([1, 2]);
  });

  it('never takes an entry whose predecessor is missing, and says which', async () => {
    await owner.query('alter table audit.entry disable trigger user');
    await owner.query(`with leaf as (select convert_to('{"act":"note.taken","at":"2026-11-24T09:00:00.000Z"}', 'UTF8') as leaf)
      insert into audit.entry (id, space_id, stream, sv, leaf, leaf_hash)
      select 'ffffffff-ffff-7fff-8fff-ffffffffffff', space.id, 'a:1', 5, leaf, sha256('\\x00'::bytea || leaf) from audit.space, leaf`);
    await owner.query('alter table audit.pending disable trigger user');
    await owner.query(`insert into audit.pending select id, space_id from audit.entry where stream = 'a:1'`);
    const { broken } = await new SequencingRound().run(runner);
    expect(broken).toEqual(['ffffffff-ffff-7fff-8fff-ffffffffffff']);
  });

  it('does not get a restored backup signed: the log is shorter than the signer remembers', async () => {
    await note('a:1');
    await new SequencingRound().run(runner);
    await heads.signDue(runner.manager);
    await owner.query(`alter table audit.leaf disable trigger no_mutate; alter table audit.checkpoint disable trigger no_mutate;
      delete from audit.checkpoint; delete from audit.leaf where idx = 1`);
    await heads.signDue(runner.manager);
    expect(heads.refusals).toEqual([expect.stringContaining('the log shrank from 2 to 1 entries')]);
  });

  it('does not get a rewritten log signed', async () => {
    await note('a:1');
    await new SequencingRound().run(runner);
    await heads.signDue(runner.manager);
    await note('a:2');
    await new SequencingRound().run(runner);
    await owner.query(`alter table audit.tile disable trigger user;
      update audit.tile set hashes = sha256('other') || substring(hashes from 33)`);
    await heads.signDue(runner.manager);
    expect(heads.refusals).toEqual([expect.stringContaining('does not continue')]);
  });

  it('remembers over a restart what it signed', async () => {
    const memory = join(folder, 'again.json');
    const root = randomBytes(32);
    const first = new KeyFileSigner(randomBytes(32), await HeadMemory.open(memory));
    await first.sign({ origin: 'x.example/log/a', size: 5, root, consistency: [] });
    const second = new KeyFileSigner(randomBytes(32), await HeadMemory.open(memory));
    await expect(second.sign({ origin: 'x.example/log/a', size: 4, root, consistency: [] })).rejects.toThrow('shrank');
    await expect(
      second.sign({ origin: 'x.example/log/a', size: 5, root: randomBytes(32), consistency: [] }),
    ).rejects.toThrow('two roots');
    expect(await second.sign({ origin: 'x.example/log/a', size: 5, root, consistency: [] })).toContain(
      'x.example/log/a\n5\n',
    );
  });

  it('seals what acts wait for, with one leader among several processes', async () => {
    const pace = { tickMillis: 10, sealWithinMillis: 5000 };
    const processes = [1, 2].map(
      () =>
        new LeadingSequencer(database.dataSource, connection(), new SequencingRound(), new HeadKeeper(signer, 0), pace),
    );
    for (const process of processes) process.start();
    const { entries } = await platform.runner.perform(
      new Note(platform.systemSpace),
      { stream: 'a:1', text: 'x' },
      system,
    );
    await Promise.all(processes.map((process) => process.sealed(entries.map(({ id }) => id))));
    expect(processes.filter(({ state }) => state.leading)).toHaveLength(1);
    const proof = await platform.reader.inclusion(platform.systemSpace, entries[0]!.id);
    expect(proof).toMatchObject({ index: 1, size: 2 });
    const leader = processes.find(({ state }) => state.leading);
    await leader?.stop();
    const next = await platform.runner.perform(new Note(platform.systemSpace), { stream: 'a:1', text: 'y' }, system);
    const follower = processes.find((process) => process !== leader);
    await follower?.sealed(next.entries.map(({ id }) => id));
    for (const process of processes) await process.stop();
  });

  it('says so when sealing takes too long', async () => {
    const idle = new LeadingSequencer(database.dataSource, connection(), new SequencingRound(), heads, {
      tickMillis: 5,
      sealWithinMillis: 20,
    });
    const { entries } = await platform.runner.perform(
      new Note(platform.systemSpace),
      { stream: 'a:1', text: 'x' },
      system,
    );
    await expect(idle.sealed(entries.map(({ id }) => id))).rejects.toThrow(SealTimeout);
  });
});
