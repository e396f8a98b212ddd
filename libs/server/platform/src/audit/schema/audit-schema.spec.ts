import { DataSource, type QueryRunner } from 'typeorm';
import { SequencerDatabase } from '../../database/sequencer-database.js';
import { testDatabase, type TestDatabase } from '../../database/test-database.js';
import { tablesWithoutGuard, ungovernedPlatformTables } from '../../http/architecture/rules.js';
import { Note } from '../../testing/note.act.js';
import { testPlatform, type TestPlatform } from '../../testing/test-platform.js';
import { system } from '../../acts/who.js';

/** None of these changes anything: rights are asked before rows. */
const onlyTheSequencer = [
  'insert into audit.leaf select * from audit.leaf where false',
  'insert into audit.tile select * from audit.tile where false',
  'update audit.tile set hashes = hashes where false',
  'insert into audit.checkpoint (space_id, size, root, note) select space_id, size, root, note from audit.checkpoint where false',
  'delete from audit.pending where false',
];

describe('the database', () => {
  let database: TestDatabase;
  let owner: DataSource;
  let platform: TestPlatform;

  beforeAll(async () => {
    database = await testDatabase([], []);
    owner = await new DataSource({ type: 'postgres', url: database.ownerUrl }).initialize();
    await owner.query(`create table motion (id int primary key, state text);
      select audit.guard('motion'); select audit.grant_app('motion');`);
    platform = await testPlatform(database);
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

  it('does not let the application become the sequencer', async () => {
    await expect(database.dataSource.query('set role tavolo_sequencer')).rejects.toMatchObject({ code: '42501' });
    await expect(database.dataSource.query('set session authorization tavolo_sequencer')).rejects.toMatchObject({
      code: '42501',
    });
  });

  it.each(onlyTheSequencer)("does not let the application do what is the sequencer's: %s", async (sql) => {
    await expect(database.dataSource.query(sql)).rejects.toMatchObject({ code: '42501' });
  });

  describe('for the sequencer', () => {
    let sequencer: QueryRunner;
    let own: SequencerDatabase;

    beforeAll(async () => {
      own = new SequencerDatabase(database.sequencerUrl);
      sequencer = await own.connect();
    });

    afterAll(async () => {
      await sequencer.release();
      await own.close();
    });

    it.each(onlyTheSequencer)('allows what is its own: %s', async (sql) => {
      expect(await sequencer.query(sql)).toEqual(expect.anything());
    });

    it.each([
      ['become the application', 'set role tavolo_app'],
      [
        'record an entry',
        'insert into audit.entry (id, space_id, stream, sv, leaf, leaf_hash) select id, space_id, stream, sv, leaf, leaf_hash from audit.entry where false',
      ],
      ['open a log', 'insert into audit.space (id, kind, origin) select id, kind, origin from audit.space where false'],
      ['put an entry into the queue', 'insert into audit.pending select * from audit.pending where false'],
      ['change an entry', 'update audit.entry set leaf = leaf where false'],
      ['change a head', 'update audit.checkpoint set note = note where false'],
      ['read what can be erased', 'select from audit.disclosure'],
      ['read the keys of what can be erased', 'select from audit.subject_key'],
      ['erase', `select audit.erase_disclosure('x')`],
      ['read a governed table', 'select from motion'],
      ['write a governed table', 'delete from motion where false'],
      ['read mails', 'select from platform_mail'],
      ['create a table', 'create table mine (id int)'],
      ['switch a guard off', 'alter table audit.pending disable trigger only_with_leaf'],
    ])('refuses to %s', async (_, sql) => {
      await expect(sequencer.query(sql)).rejects.toMatchObject({ code: '42501' });
    });

    it('has no right to any table of the contexts', async () => {
      const rows = await owner.query(
        `select relname from pg_class
         where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v', 'S')
           and case relkind
             when 'S' then has_sequence_privilege('tavolo_sequencer', oid, 'usage, select, update')
             else has_table_privilege('tavolo_sequencer', oid, 'select, insert, update, delete, truncate, references, trigger')
               or has_any_column_privilege('tavolo_sequencer', oid, 'select, insert, update, references')
           end`,
      );
      expect(rows).toEqual([]);
    });
  });
});
