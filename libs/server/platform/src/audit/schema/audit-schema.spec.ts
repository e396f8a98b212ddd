import { DataSource } from 'typeorm';
import { testDatabase, type TestDatabase } from '../../database/test-database.js';
import { tablesWithoutGuard, ungovernedPlatformTables } from '../../http/architecture/rules.js';
import { Note } from '../../testing/note.act.js';
import { testPlatform, type TestPlatform } from '../../testing/test-platform.js';
import { system } from '../../acts/who.js';

describe('the database', () => {
  let database: TestDatabase;
  let owner: DataSource;
  let platform: TestPlatform;

  beforeAll(async () => {
    database = await testDatabase([], []);
    owner = await new DataSource({ type: 'postgres', url: database.ownerUrl }).initialize();
    await owner.query(`create table motion (id int primary key, state text);
      select audit.guard('motion'); select audit.grant_app('motion');`);
    platform = await testPlatform(database.dataSource);
    await platform.runner.run(
      motionAct("insert into motion values (1, 'draft')"),
      { stream: 'motion:1', text: 'x' },
      system,
    );
  });

  afterAll(async () => {
    await platform.close();
    await owner.destroy();
    await database.close();
  });

  const motionAct = (sql: string) =>
    new Note(platform.systemSpace, async (_, { manager }) => {
      await manager.query(sql);
    });

  it.each(["insert into motion values (2, 'draft')", "update motion set state = 'x'", 'delete from motion'])(
    'refuses a bare change of a governed table: %s',
    async (sql) => {
      await expect(database.dataSource.query(sql)).rejects.toMatchObject({ code: '23514' });
      await expect(owner.query(sql)).rejects.toMatchObject({ code: '23514' });
    },
  );

  it('accepts a change of a governed table together with an entry, also from inside a savepoint', async () => {
    const act = new Note(platform.systemSpace, async (_, { manager }) => {
      await manager.query("savepoint s; update motion set state = 'frozen' where id = 1; release savepoint s");
    });
    await platform.runner.run(act, { stream: 'motion:1', text: 'x' }, system);
    expect(await database.dataSource.query('select state from motion')).toEqual([{ state: 'frozen' }]);
  });

  it('tells which tables can be changed without an entry', async () => {
    expect(await tablesWithoutGuard(owner, ungovernedPlatformTables)).toEqual([]);
    await owner.query('create table forgotten (id int)');
    expect(await tablesWithoutGuard(owner, ungovernedPlatformTables)).toEqual(['forgotten']);
    await owner.query('drop table forgotten');
  });

  const tables = ['space', 'entry', 'leaf', 'checkpoint', 'pending', 'tile', 'disclosure', 'subject_key'];

  it.each(tables)('does not let the application change, delete or empty audit.%s', async (table) => {
    const [column] = await owner.query<{ name: string }[]>(
      `select column_name as name from information_schema.columns
       where table_schema = 'audit' and table_name = $1 and is_generated = 'NEVER' limit 1`,
      [table],
    );
    const name = column?.name ?? '';
    for (const sql of [
      `update audit.${table} set ${name} = ${name}`,
      `delete from audit.${table}`,
      `truncate audit.${table}`,
    ]) {
      await expect(database.dataSource.query(sql)).rejects.toMatchObject({ code: '42501' });
    }
  });

  it.each(['space', 'entry', 'leaf', 'checkpoint'])(
    'does not let even its owner do so with audit.%s',
    async (table) => {
      const fill = table === 'leaf' || table === 'checkpoint';
      if (fill) platform.startSequencer();
      if (fill) await platform.bundle.zip(platform.systemSpace, { withDisclosures: false });
      await expect(owner.query(`delete from audit.${table}`)).rejects.toMatchObject({ code: '42501' });
      await expect(owner.query(`truncate audit.${table} cascade`)).rejects.toMatchObject({ code: '42501' });
      await expect(
        owner.query(`set session_replication_role = replica; delete from audit.${table}`),
      ).rejects.toMatchObject({ code: '42501' });
    },
  );

  it('does not let the application pretend that an entry belongs to another transaction', async () => {
    const sql = `insert into audit.entry (id, space_id, stream, sv, leaf, leaf_hash, xid)
      select gen_random_uuid(), space_id, 'x', 1, leaf, leaf_hash, '1' from audit.entry limit 1`;
    await expect(database.dataSource.query(sql)).rejects.toMatchObject({ code: '42501' });
  });

  it('refuses a leaf whose hash is not its own', async () => {
    const sql = `insert into audit.entry (id, space_id, stream, sv, leaf, leaf_hash)
      select gen_random_uuid(), space_id, 'x', 1, leaf, sha256('') from audit.entry limit 1`;
    await expect(database.dataSource.query(sql)).rejects.toMatchObject({ code: '23514' });
  });

  it('lets the application become the sequencer, which it is not by itself', async () => {
    await expect(database.dataSource.query('insert into audit.leaf select null, 0, null')).rejects.toMatchObject({
      code: '42501',
    });
    await database.dataSource.query(
      'begin; set local role tavolo_sequencer; delete from audit.pending where false; rollback',
    );
  });
});
