import { jest } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { system } from '../acts/who.js';
import { testDatabase, type TestDatabase } from '../database/test-database.js';
import { Note } from '../testing/note.act.js';
import { testPlatform, type TestPlatform } from '../testing/test-platform.js';
import { WriteWatch } from './write-watch.js';

describe('whether the database can write', () => {
  let database: TestDatabase;
  /** One session alone, so that what a test sets holds for all that follows in it. */
  let session: DataSource;
  let platform: TestPlatform;
  let time: number;
  let watch: WriteWatch;
  let logged: unknown[];

  beforeAll(async () => {
    database = await testDatabase([], []);
    session = await new DataSource({ type: 'postgres', url: database.appUrl, poolSize: 1 }).initialize();
    platform = await testPlatform({ dataSource: session, sequencerUrl: database.sequencerUrl });
  });

  beforeEach(() => {
    logged = [];
    for (const level of ['error', 'warn'] as const) {
      jest.spyOn(Logger.prototype, level).mockImplementation((message: unknown) => void logged.push(message));
    }
    time = 0;
    watch = new WriteWatch(session, () => time);
  });

  afterEach(async () => {
    jest.restoreAllMocks();
    await session.query('reset default_transaction_read_only');
  });

  afterAll(async () => {
    await platform.close();
    await session.destroy();
    await database.close();
  });

  const readOnly = () => session.query('set default_transaction_read_only = on');
  const onlyRead = 'the database can only be read: nothing can be recorded';
  const full = 'the disk of the database is full: nothing can be recorded until there is room again';
  const note = (sql?: string) =>
    platform.runner.run(
      new Note(platform.systemSpace, async (_, { manager }) => {
        if (sql !== undefined) await manager.query(sql);
      }),
      { stream: 's', text: 'x' },
      system,
    );

  it('is tried when somebody asks, and told to the operator once when it cannot and once when it can again', async () => {
    expect(await watch.trouble()).toBeNull();
    await readOnly();
    time += 5000;
    expect(await watch.trouble()).toBe(onlyRead);
    expect(await watch.trouble()).toBe(onlyRead);
    await session.query('reset default_transaction_read_only');
    time += 5000;
    expect(await watch.trouble()).toBeNull();
    expect(logged).toEqual([onlyRead, 'the database takes what is written again']);
  });

  it('is tried at most every five seconds, however often somebody asks', async () => {
    const tries = jest.spyOn(session, 'transaction');
    await Promise.all([watch.trouble(), watch.trouble(), watch.trouble()]);
    time += 4999;
    await watch.trouble();
    expect(tries).toHaveBeenCalledTimes(1);
    time += 1;
    await watch.trouble();
    expect(tries).toHaveBeenCalledTimes(2);
  });

  it('is known from an act that fails, until one succeeds', async () => {
    await readOnly();
    await expect(note()).rejects.toMatchObject({ code: '25006' });
    await session.query('reset default_transaction_read_only');
    expect(await platform.writes.trouble()).toBe(onlyRead);
    await note();
    expect(await platform.writes.trouble()).toBeNull();
  });

  it('is not doubted because an act was refused', async () => {
    await expect(note('select 1 / 0')).rejects.toMatchObject({ code: '22012' });
    expect(await platform.writes.trouble()).toBeNull();
  });

  it('is doubted for half a minute after an act found the disk full, though a small write succeeds', async () => {
    const said = await session
      .query(`do $$ begin raise exception 'could not extend file' using errcode = 'disk_full'; end $$`)
      .catch((error: unknown) => error);
    watch.failed(said);
    time += 29_999;
    expect(await watch.trouble()).toBe(full);
    time += 1;
    expect(await watch.trouble()).toBeNull();
  });

  it('takes room on the disk for a moment when it is tried, so that a full disk shows', async () => {
    const owner = await new DataSource({ type: 'postgres', url: database.ownerUrl }).initialize();
    const written = async () => {
      await session.query('select pg_stat_force_next_flush()');
      const [row] = await owner.query<{ bytes: string }[]>(
        'select temp_bytes as bytes from pg_stat_database where datname = current_database()',
      );
      return Number(row?.bytes);
    };
    const before = await written();
    await watch.trouble();
    expect((await written()) - before).toBeGreaterThan(2_000_000);
    await owner.destroy();
  });

  it('cannot be asked when the database is away, and is asked again the next time', async () => {
    const away = new DataSource({ type: 'postgres', url: database.appUrl, poolSize: 1 });
    const cut = new WriteWatch(away, () => time);
    await expect(cut.trouble()).rejects.toThrow();
    await away.initialize();
    expect(await cut.trouble()).toBeNull();
    await away.destroy();
  });
});
