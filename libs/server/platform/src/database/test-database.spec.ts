import { Client } from 'pg';
import { testDatabase, type TestDatabase } from './test-database.js';

describe('the database of a test file', () => {
  let first: TestDatabase;
  let second: TestDatabase;

  beforeAll(async () => {
    [first, second] = await Promise.all([testDatabase([], []), testDatabase([], [])]);
  });

  afterAll(() => Promise.all([first.close(), second.close()]));

  it('is migrated, and its own', async () => {
    const owner = new Client({ connectionString: first.ownerUrl });
    await owner.connect();
    await owner.query(`insert into installation (mode) values ('test')`);
    await owner.end();
    expect(await first.dataSource.query('select mode from installation')).toEqual([{ mode: 'test' }]);
    expect(await second.dataSource.query('select mode from installation')).toEqual([]);
  });

  it.each([
    ['create a table', 'create table mine (id int)'],
    ['alter a table', 'alter table installation add mine int'],
    ['drop a table', 'drop table installation'],
    ['create a schema', 'create schema mine'],
    ['switch a guard off', 'alter table audit.entry disable trigger no_mutate'],
    ['change entries of the log', `update audit.entry set leaf = ''`],
    ['delete entries of the log', 'delete from audit.entry'],
    ['empty the log', 'truncate audit.entry cascade'],
    ['say what the installation is for', `insert into installation (mode) values ('demo')`],
    ['read which migrations ran', 'select * from migration'],
  ])('does not let the application %s', async (_, statement) => {
    await expect(first.dataSource.query(statement)).rejects.toMatchObject({ code: '42501' });
  });
});
