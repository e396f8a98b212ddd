import { Client } from 'pg';
import { type MigrationInterface, type QueryRunner } from 'typeorm';
import { claimInstallation } from './installation.js';
import { migrate } from './migrate.js';
import { testDatabase, type TestDatabase } from './test-database.js';

class CreateKettle1999999999999 implements MigrationInterface {
  readonly name = 'CreateKettle1999999999999';
  up = (runner: QueryRunner): Promise<unknown> => runner.query('create table kettle (id int)');
  down = (runner: QueryRunner): Promise<unknown> => runner.query('drop table kettle');
}

class SpoilKettle2000000000000 implements MigrationInterface {
  readonly name = 'SpoilKettle2000000000000';
  up = (runner: QueryRunner): Promise<unknown> => runner.query('alter table kettle add lid int; select 1 / 0');
  down = (): Promise<void> => Promise.resolve();
}

describe('bringing the schema up to date', () => {
  let database: TestDatabase;
  let lines: string[];
  const log = { info: (line: string) => void lines.push(line), warn: (line: string) => void lines.push(line) };

  beforeEach(async () => {
    lines = [];
    database = await testDatabase([], []);
  });

  afterEach(() => database.close());

  const columnsOfKettle = async (): Promise<unknown> => {
    const client = new Client({ connectionString: database.ownerUrl });
    await client.connect();
    const { rows } = await client.query(
      `select column_name from information_schema.columns where table_name = 'kettle' order by 1`,
    );
    await client.end();
    return rows.map((row: { column_name: string }) => row.column_name);
  };

  it('runs each migration once when several processes start at the same time', async () => {
    const done = await Promise.all(
      Array.from({ length: 4 }, () => migrate(database.ownerUrl, [CreateKettle1999999999999], log)),
    );
    expect(done.sort()).toEqual([0, 0, 0, 1]);
    expect(await columnsOfKettle()).toEqual(['id']);
    expect(lines.filter((line) => line === 'Database schema: up to date')).toHaveLength(3);
  });

  it('undoes a migration that fails, keeps those before it, and can be tried again', async () => {
    const attempt = migrate(database.ownerUrl, [CreateKettle1999999999999, SpoilKettle2000000000000], log);
    await expect(attempt).rejects.toThrow('division by zero');
    expect(await columnsOfKettle()).toEqual(['id']);
    expect(await migrate(database.ownerUrl, [CreateKettle1999999999999], log)).toBe(0);
  });

  it('refuses a database that a newer version made', async () => {
    await migrate(database.ownerUrl, [CreateKettle1999999999999], log);
    await expect(migrate(database.ownerUrl, [], log)).rejects.toThrow(/newer.*CreateKettle1999999999999/);
  });

  it('keeps a demonstration out of a database with real accounts', async () => {
    await claimInstallation(database.ownerUrl, 'production');
    await claimInstallation(database.ownerUrl, 'production');
    await expect(claimInstallation(database.ownerUrl, 'demo')).rejects.toThrow(
      /real accounts.*not opened in demo mode/,
    );
    await expect(claimInstallation(database.ownerUrl, 'test')).rejects.toThrow('not opened in test mode');
  });

  it('keeps real work out of a database of a demonstration', async () => {
    await claimInstallation(database.ownerUrl, 'demo');
    await expect(claimInstallation(database.ownerUrl, 'production')).rejects.toThrow(
      /made in demo mode.*TAVOLO_MODE=demo/,
    );
    await claimInstallation(database.ownerUrl, 'development');
  });
});
