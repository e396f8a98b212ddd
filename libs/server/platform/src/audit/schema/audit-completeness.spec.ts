import { randomUUID } from 'node:crypto';
import { DataSource } from 'typeorm';
import { system } from '../../acts/who.js';
import { SequencerDatabase } from '../../database/sequencer-database.js';
import { testDatabase, type TestDatabase } from '../../database/test-database.js';
import { Note } from '../../testing/note.act.js';
import { testPlatform, type TestPlatform } from '../../testing/test-platform.js';
import { OrphanWatch } from '../sequencing/orphan-watch.js';
import { SequencingRound } from '../sequencing/sequencing-round.js';
import { AuditCompleteness1764000002000 } from './audit-completeness.migration.js';

describe('whoever tries to keep an entry out of the log', () => {
  let database: TestDatabase;
  let owner: DataSource;
  let platform: TestPlatform;
  let sequencer: SequencerDatabase;
  let id: string;

  beforeAll(async () => {
    database = await testDatabase([], [AuditCompleteness1764000002000]);
    owner = await new DataSource({ type: 'postgres', url: database.ownerUrl }).initialize();
    await owner.query(`create table motion (id int primary key, state text);
      select audit.guard('motion'); select audit.grant_app('motion');`);
    platform = await testPlatform(database);
    const create = new Note(platform.systemSpace, async (_, { manager }) => {
      await manager.query("insert into motion values (1, 'draft')");
    });
    sequencer = new SequencerDatabase(database.sequencerUrl);
    await platform.runner.run(create, { stream: 'motion:1', text: 'x' }, system);
    await sequence();
  });

  beforeEach(() => {
    id = randomUUID();
  });

  afterAll(async () => {
    await platform.close();
    await sequencer.close();
    await owner.destroy();
    await database.close();
  });

  async function sequence(): Promise<number> {
    const runner = await sequencer.connect();
    const { sequenced } = await new SequencingRound().run(runner);
    await runner.release();
    return sequenced;
  }

  const transactionOf = (source: DataSource, statements: readonly string[]) =>
    source.transaction(async (manager) => {
      for (const statement of statements) await manager.query(statement);
    });
  /** One transaction of the application. */
  const transaction = (...statements: readonly string[]) => transactionOf(database.dataSource, statements);
  /** The same with the rights of application and sequencer together: the owner's. */
  const withAllRights = (...statements: readonly string[]) => transactionOf(owner, statements);
  const entry = (version = 1) => `
    with leaf as (select convert_to('{"act":"export.made","at":"2026-11-24T09:00:00.000Z"}', 'UTF8') as leaf)
    insert into audit.entry (id, space_id, stream, sv, leaf, leaf_hash)
    select '${id}', space.id, 'x:${id}', ${version}, leaf, sha256('\\x00'::bytea || leaf)
    from audit.space, leaf where kind = 'system'`;
  const pending = () => `insert into audit.pending values ('${id}', '${platform.systemSpace}')`;
  const change = "update motion set state = 'frozen'";
  const otherLog = (space: string) =>
    `insert into audit.space (id, kind, origin) values ('${space}', 'table', '${space}')`;
  const leaf = (space: string, index = 0) => `insert into audit.leaf values ('${space}', ${index}, '${id}')`;
  const dropPending = () => `delete from audit.pending where entry_id = '${id}'`;

  const missing = { code: '23514' };
  const forbidden = { code: '42501' };

  it('changes a governed table with an entry on its way into the log, which then gets its index', async () => {
    await transaction(entry(), pending(), change);
    expect(await sequence()).toBe(1);
  });

  it('cannot change a governed table with an entry that is not pending', async () => {
    await expect(transaction(entry(), change)).rejects.toMatchObject(missing);
    await expect(transaction(change, entry(), 'set constraints must_audit immediate')).rejects.toMatchObject({
      ...missing,
      message: 'audit: UPDATE on motion without an audit entry',
    });
  });

  it('cannot record an entry that is not pending', async () => {
    await expect(transaction(entry())).rejects.toMatchObject(missing);
  });

  it('cannot have the check made early and take the entry back', async () => {
    const early = [entry(), pending(), 'set constraints all immediate', 'rollback to savepoint s'];
    await expect(transaction(change, 'savepoint s', ...early)).rejects.toMatchObject(missing);
    await expect(
      withAllRights('savepoint s', entry(), pending(), change, 'set constraints all immediate', dropPending()),
    ).rejects.toMatchObject(forbidden);
  });

  it('cannot empty the queue, whatever rights she has', async () => {
    await expect(withAllRights(entry(), pending(), change, dropPending())).rejects.toMatchObject(forbidden);
    await transaction(entry(), pending(), change);
    for (const source of [database.dataSource, owner]) {
      await expect(transactionOf(source, ['delete from audit.pending'])).rejects.toMatchObject(forbidden);
    }
    expect(await sequence()).toBe(1);
  });

  it('cannot give the entry an index in another log instead', async () => {
    const other = randomUUID();
    await expect(
      withAllRights(otherLog(other), entry(), pending(), change, leaf(other), dropPending()),
    ).rejects.toMatchObject(forbidden);
  });

  it('cannot change a governed table with an entry that leaves the queue in the same transaction', async () => {
    const steps = [entry(), pending(), leaf(platform.systemSpace, 1_000_000), dropPending()];
    await expect(withAllRights(change, ...steps)).rejects.toMatchObject(missing);
  });

  it('cannot make an entry wait in the queue of another log', async () => {
    const other = randomUUID();
    const elsewhere = `insert into audit.pending values ('${id}', '${other}')`;
    await expect(transaction(otherLog(other), entry(), elsewhere)).rejects.toMatchObject(missing);
  });

  it('cannot queue an entry of an earlier transaction again, which would stop the sequencer', async () => {
    await transaction(entry(), pending());
    await sequence();
    await expect(transaction(pending(), change)).rejects.toMatchObject(missing);
  });

  it('cannot record an entry that would wait for ever for one that does not exist', async () => {
    await expect(transaction(entry(5), pending(), change)).rejects.toMatchObject(missing);
  });

  it.each(["sha256('other') || substring(hashes from 33)", 'substring(hashes from 33)'])(
    'cannot change a tile: %s',
    async (hashes) => {
      await transaction(entry(), pending());
      await sequence();
      const sql = `update audit.tile set hashes = ${hashes} where octet_length(hashes) > 32`;
      const runner = await sequencer.connect();
      await expect(runner.query(sql).finally(() => runner.release())).rejects.toMatchObject(forbidden);
      await expect(owner.query(sql)).rejects.toMatchObject(forbidden);
      await expect(owner.query('delete from audit.tile')).rejects.toMatchObject(forbidden);
    },
  );

  it('leaves no orphans; one that its owner makes is found at start, and while running, and told once', async () => {
    const told: string[] = [];
    const watch = new OrphanWatch({ error: (line) => told.push(line) }, 0);
    await watch.look(database.dataSource.manager);
    expect(watch.found).toEqual([]);
    await owner.query('alter table audit.entry disable trigger user');
    await database.dataSource.query(entry());
    await watch.look(database.dataSource.manager);
    await watch.look(database.dataSource.manager);
    expect(watch.found).toEqual([id]);
    expect(told).toEqual([expect.stringContaining(`1 entry is neither in its log nor on its way into it (${id})`)]);
    const atStart = new OrphanWatch({ error: () => undefined }, 60_000);
    await atStart.look(database.dataSource.manager);
    expect(atStart.found).toEqual([id]);
  });

  it('is looked after at a measured pace', async () => {
    let asked = 0;
    const query = <T>(): Promise<T> => {
      asked += 1;
      return Promise.resolve([{ next: '1', orphans: [] }] as T);
    };
    const watch = new OrphanWatch({ error: () => undefined }, 60_000);
    await watch.look({ query });
    await watch.look({ query });
    expect(asked).toBe(1);
  });
});
