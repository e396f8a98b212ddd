import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { jest } from '@jest/globals';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { ungovernedIdentityTables } from '@tavolo/server-identity';
import {
  createLog,
  DataSource,
  doors,
  loadConfig,
  tablesWithoutGuard,
  testDatabase,
  undeclared,
  ungovernedPlatformTables,
  type TestDatabase,
} from '@tavolo/server-platform';
import { ungovernedProposalTables } from '@tavolo/server-proposals';
import { createApplication } from './application.js';
import { migrations, records } from './contexts.js';

jest.setTimeout(60_000);

/**
 * Tables that change without an entry of their own, and why: what is written in a document is held by its own updates,
 * each with its writer, and enters the log as revisions.
 */
const ungovernedDocumentTables = ['doc_client', 'doc_snapshot', 'doc_update'];

describe('the application as a whole', () => {
  let database: TestDatabase;
  let app: NestExpressApplication;
  let dataFolder: string;

  beforeAll(async () => {
    database = await testDatabase(records, migrations);
    dataFolder = mkdtempSync(join(tmpdir(), 'tavolo-architecture-'));
    const config = loadConfig({ TAVOLO_DATA: dataFolder, TAVOLO_MODE: 'test' });
    app = await createApplication({ config, version: '0.0.0', database, clientFolder: null }, createLog('silent'));
    await app.init();
  });

  afterAll(async () => {
    await app.close();
    await database.close();
    rmSync(dataFolder, { recursive: true });
  });

  it('names the act, or what is read, at each of its doors', () => {
    expect(undeclared(app)).toEqual([]);
  });

  it('has these doors and no others', () => {
    expect(doors(app)).toMatchSnapshot();
  });

  it('guards every table that governs something', async () => {
    const allowed = [
      ...ungovernedPlatformTables,
      ...ungovernedIdentityTables,
      ...ungovernedDocumentTables,
      ...ungovernedProposalTables,
    ];
    expect(await tablesWithoutGuard(database.dataSource, allowed)).toEqual([]);
  });

  it('has records that agree with what the migrations made', async () => {
    const owner = await new DataSource({ type: 'postgres', url: database.ownerUrl }).initialize();
    const made = await owner.query<{ table: string; name: string; nullable: boolean; filled: boolean }[]>(
      `select table_name as table, column_name as name, is_nullable = 'YES' as nullable,
         column_default is not null or is_identity = 'YES' or is_generated = 'ALWAYS' as filled
       from information_schema.columns where table_schema = 'public'`,
    );
    await owner.destroy();
    const disagreements = database.dataSource.entityMetadatas.flatMap(({ tableName, columns }) => {
      const inDatabase = new Map(
        made.filter(({ table }) => table === tableName).map((column) => [column.name, column]),
      );
      const wrong = columns.flatMap(({ databaseName, isNullable }) => {
        const column = inDatabase.get(databaseName);
        inDatabase.delete(databaseName);
        if (column === undefined) return [`${tableName}.${databaseName} is not in the database`];
        if (column.nullable !== isNullable) return [`${tableName}.${databaseName} may be null in one of the two only`];
        return [];
      });
      const forgotten = [...inDatabase.values()].filter(({ nullable, filled }) => !nullable && !filled);
      return [...wrong, ...forgotten.map(({ name }) => `${tableName}.${name} is not in the record`)];
    });
    expect(disagreements).toEqual([]);
  });
});
