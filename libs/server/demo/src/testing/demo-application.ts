import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Module, type DynamicModule, type INestApplication } from '@nestjs/common';
import { unzipBundle, verifyBundle, type BundleFiles, type BundleReport } from '@tavolo/audit-log';
import { type MandateView, type ModeChangeView } from '@tavolo/contracts';
import { type Procedure } from '@tavolo/governance';
import { DecisionsModule } from '@tavolo/server-decisions';
import { IdentityModule, identityMigrations, identityRecords } from '@tavolo/server-identity';
import {
  AuditBundle,
  AuditLogReader,
  Clock,
  DatabaseModule,
  type DatabaseLogins,
  PlatformModule,
  system,
  testDatabase,
  testServer,
  type LogEntry,
  type TestDatabase,
} from '@tavolo/server-platform';
import {
  MandateViewReader,
  ModeChangeViewReader,
  ProposalFinder,
  proposalsMigrations,
  proposalsRecords,
} from '@tavolo/server-proposals';
import { TablesModule, tablesMigrations, tablesRecords } from '@tavolo/server-tables';
import { DemoImport } from '../demo-import.js';
import { DemoModule } from '../demo.module.js';

const records = [...identityRecords, ...tablesRecords, ...proposalsRecords];
const migrations = [...identityMigrations, ...tablesMigrations, ...proposalsMigrations];

@Module({})
class DemoTestModule {
  static forRoot(logins: DatabaseLogins, dataFolder: string): DynamicModule {
    const config = { dataFolder, publicUrl: 'http://localhost:3000', mode: 'demo' as const, smtp: null };
    return {
      module: DemoTestModule,
      imports: [
        DatabaseModule.forRoot(logins, records),
        PlatformModule.forRoot({ config, version: 'test', clientFolder: null, migrations }),
        IdentityModule.forRoot({ config, version: 'test' }),
        TablesModule,
        DecisionsModule,
        DemoModule,
      ],
    };
  }
}

/** The server in demo mode, on an empty database of its own. */
export class DemoApplication {
  private constructor(
    private readonly database: TestDatabase,
    private readonly folder: string,
    private app: INestApplication,
  ) {}

  static async start(): Promise<DemoApplication> {
    const database = await testDatabase(records, migrations);
    const folder = await mkdtemp(join(tmpdir(), 'tavolo-demo-'));
    return new DemoApplication(database, folder, await testServer(DemoTestModule.forRoot(database, folder)));
  }

  /** Ends the server and starts it again on what it left. */
  async restart(): Promise<void> {
    await this.app.close();
    this.app = await testServer(DemoTestModule.forRoot(this.database, this.folder));
  }

  async close(): Promise<void> {
    await this.app.close();
    await this.database.close();
    await rm(this.folder, { recursive: true, force: true });
  }

  get demo(): DemoImport {
    return this.app.get(DemoImport);
  }

  get now(): string {
    return this.app.get(Clock).now();
  }

  async procedure(key: string): Promise<Procedure> {
    const proposal = await this.app.get(ProposalFinder).find(key);
    if (!proposal) throw new Error(`${key} was not imported`);
    return proposal.procedure;
  }

  /** A mandate as the installation shows it to itself. */
  mandate(key: string): Promise<MandateView> {
    return this.app.get(MandateViewReader, { strict: false }).view(system, key);
  }

  /** A change of mode as the installation shows it to itself. */
  modeChange(key: string): Promise<ModeChangeView> {
    return this.app.get(ModeChangeViewReader, { strict: false }).view(system, key);
  }

  /** Who holds the seats of a table: keys of the data by seat id. */
  async holders(table: string): Promise<ReadonlyMap<string, string>> {
    const rows = await this.database.dataSource.query<{ seat: string; person: string }[]>(
      `select seating.seat_id as seat, person.key as person
       from tables_seating seating
       join tables_table on tables_table.id = seating.table_id and tables_table.key = $1
       join tables_member member on member.id = seating.member_id
       join identity_person person on person.id = member.person_id
       where seating."as" = 'holder' and seating.to_at is null`,
      [table],
    );
    return new Map(rows.map(({ seat, person }) => [seat, person]));
  }

  /** Keys of the data by the ids of organisations. */
  async organisations(): Promise<ReadonlyMap<string, string>> {
    const rows = await this.database.dataSource.query<{ id: string; key: string }[]>(
      'select id, key from tables_organisation',
    );
    return new Map(rows.map(({ id, key }) => [id, key]));
  }

  /** Every entry of a table's log, in the order in which it was recorded. */
  async log(table: string): Promise<LogEntry[]> {
    const reader = this.app.get(AuditLogReader);
    const space = await this.space(table);
    const newestFirst: LogEntry[] = [];
    let before: string | undefined;
    do {
      const { entries, next } = await reader.page(space, { limit: 100, before });
      newestFirst.push(...entries);
      before = next ?? undefined;
    } while (before !== undefined);
    return newestFirst.reverse();
  }

  /** The verdict on a table's log as anybody gets it, under the pinned key and with the votes recounted. */
  async verify(table: string): Promise<BundleReport> {
    const space = await this.space(table);
    const zip = await this.app.get(AuditBundle).zip(space, { withDisclosures: true });
    const { vkey } = await this.app.get(AuditLogReader).proofState(space);
    return verifyBundle(unzipBundle(zip), { profile: 'votes', vkeys: [vkey] });
  }

  /** The log of a table as anybody gets it, without names and texts. */
  async bundle(table: string): Promise<BundleFiles> {
    return unzipBundle(await this.app.get(AuditBundle).zip(await this.space(table), { withDisclosures: false }));
  }

  /** How much is there, to see that nothing is added. */
  async counts(): Promise<unknown> {
    const [row] = await this.database.dataSource.query<unknown[]>(
      `select (select count(*) from audit.entry) as entries, (select count(*) from identity_person) as people,
         (select count(*) from doc_update) as updates, (select count(*) from proposal_version) as versions`,
    );
    return row;
  }

  private async space(table: string): Promise<string> {
    const [row] = await this.database.dataSource.query<{ space: string }[]>(
      'select space_id as space from tables_table where key = $1',
      [table],
    );
    if (!row) throw new Error(`there is no table ${table}`);
    return row.space;
  }
}
