import { Logger } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { testDatabase, type TestDatabase } from '../database/test-database.js';
import { Note } from '../testing/note.act.js';
import { testPlatform, type TestPlatform } from '../testing/test-platform.js';
import { Act } from './act.js';
import { DomainRefusal, InvalidInput, type PlatformRefusal } from './problems.js';
import { system, type Who } from './who.js';

describe('an act', () => {
  let database: TestDatabase;
  let platform: TestPlatform;
  let space: string;
  const anna: Who = { kind: 'person', person: 'anna', session: 's1' };
  const bruno: Who = { kind: 'person', person: 'bruno', session: 's2' };

  beforeAll(async () => {
    Logger.overrideLogger(false);
    database = await testDatabase([], []);
    platform = await testPlatform(database);
    space = platform.systemSpace;
  });

  afterAll(async () => {
    await platform.close();
    await database.close();
  });

  const run = (stream: string, act = new Note(space)): Promise<unknown> =>
    platform.runner.run(act, { stream, text: 'words' }, anna);
  const entries = async (stream: string) => (await platform.reader.page(space, { stream })).entries;

  it('records an entry with the time of the clock, its place in the stream and the hash of its predecessor', async () => {
    await run('doc:chain');
    await run('doc:chain');
    const [second, first] = await entries('doc:chain');
    expect(first).toMatchObject({ version: 1, act: 'doc.revision', at: '2026-11-24T08:00:00.000Z', actor: 'm_writer' });
    expect(second).toMatchObject({ version: 2, data: { length: 5 }, index: null, proof: 'recorded' });
  });

  it('can carry the true due instant of an automatic consequence', async () => {
    await platform.runner.run(new Note(space), { stream: 'doc:due', text: 'x' }, system, {
      at: '2026-11-01T00:00:00.000Z' as never,
    });
    expect((await entries('doc:due'))[0]).toMatchObject({ at: '2026-11-01T00:00:00.000Z' });
  });

  it('keeps several entries of one stream in the order of the calls', async () => {
    const twice = new Note(space, (_, context) => {
      context.record({ space, act: 'proposal.drafted', stream: 'doc:two', actor: null, data: {} });
    });
    await run('doc:two', twice);
    expect((await entries('doc:two')).map((entry) => [entry.act, entry.version])).toEqual([
      ['doc.revision', 2],
      ['proposal.drafted', 1],
    ]);
  });

  it('names every fault of its input, and touches nothing', async () => {
    const attempt = platform.runner.run(new Note(space), { stream: 5, text: '' }, anna);
    const refusal = await attempt.then(
      () => null,
      (error: unknown) => error,
    );
    expect(refusal).toBeInstanceOf(InvalidInput);
    expect((refusal as InvalidInput).content.issues?.map(({ path }) => path)).toEqual(['stream', 'text']);
  });

  it('changes nothing when the domain refuses', async () => {
    const refusing = new Note(space, async (_, { manager }) => {
      await manager.query('insert into platform_clock (offset_ms) values (1)');
      throw new DomainRefusal({ code: 'wrong_stage' });
    });
    await expect(run('doc:refused', refusing)).rejects.toThrow(DomainRefusal);
    expect(await database.dataSource.query('select from platform_clock')).toEqual([]);
  });

  it('that records nothing is a programming error and is rolled back', async () => {
    class Silent extends Act<object, null> {
      override readonly name = 'clock.moved';
      override readonly command = z.strictObject({});
      override execute(): Promise<null> {
        return Promise.resolve(null);
      }
    }
    await expect(platform.runner.run(new Silent(), {}, anna)).rejects.toThrow('recorded nothing');
  });

  it('is run again on a fresh view when another writer of the stream came first', async () => {
    const seen: number[] = [];
    let raced = false;
    const slow = new Note(space, async (_, { manager }) => {
      const [row] = await manager.query<{ count: string }[]>(
        "select count(*) from audit.entry where stream = 'doc:race'",
      );
      seen.push(Number(row?.count));
      if (raced) return;
      raced = true;
      await run('doc:race');
    });
    await run('doc:race', slow);
    expect(seen).toEqual([0, 1]);
    expect((await entries('doc:race')).map(({ version }) => version)).toEqual([2, 1]);
  });

  it('serves thirty writers of one stream, each exactly once', async () => {
    await Promise.all(Array.from({ length: 30 }, () => run('doc:crowd')));
    const versions = (await entries('doc:crowd')).map(({ version }) => version).sort((a, b) => b - a);
    expect(versions).toEqual(Array.from({ length: 30 }, (_, place) => 30 - place));
  });

  it('decides an act that gave way to others by the time at which it was received', async () => {
    const received = platform.clock.now();
    const seen: string[] = [];
    const slow = new Note(space, async (_, context) => {
      seen.push(context.now);
      if (seen.length > 1) return;
      await context.manager.query('select 1 from audit.entry limit 1');
      platform.clock.set('2026-11-24T09:00:00.000Z');
      await run('doc:late');
    });
    await run('doc:late', slow);
    platform.clock.set(received);
    expect(seen).toEqual([received, received]);
  });

  it('announces facts after the commit, and what follows cannot undo it', async () => {
    const before = platform.facts.length;
    const announcing = new Note(space, (_, context) => {
      context.announce({ table: 'T-FAM', act: 'doc.revision', subject: 'proposal:P-1' });
      context.afterCommit(() => Promise.reject(new Error('mail server is down')));
    });
    await run('doc:facts', announcing);
    expect(platform.facts.slice(before)).toEqual([{ table: 'T-FAM', act: 'doc.revision', subject: 'proposal:P-1' }]);
    expect(await entries('doc:facts')).toHaveLength(1);
  });

  describe('under an idempotency key', () => {
    const keyed = (key: string, text = 'once', who: Who = anna): Promise<unknown> =>
      platform.runner.run(new Note(space), { stream: `doc:${key}`, text }, who, { idempotencyKey: key });

    it('is done once and answered with the same outcome each time', async () => {
      const key = randomUUID();
      expect(await keyed(key)).toEqual({ noted: 'once' });
      expect(await keyed(key)).toEqual({ noted: 'once' });
      expect(await entries(`doc:${key}`)).toHaveLength(1);
    });

    it('is done once when two requests come at the same time', async () => {
      const key = randomUUID();
      await Promise.all([keyed(key), keyed(key), keyed(key)]);
      expect(await entries(`doc:${key}`)).toHaveLength(1);
    });

    it('refuses another command, and does not hear of the keys of others', async () => {
      const key = randomUUID();
      await keyed(key);
      const refusal = await keyed(key, 'something else').then(
        () => null,
        (error: unknown) => error,
      );
      expect((refusal as PlatformRefusal).content.code).toBe('key_reused');
      await keyed(key, 'something else', bruno);
      expect(await entries(`doc:${key}`)).toHaveLength(2);
    });
  });
});
