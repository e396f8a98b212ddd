import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipBundle, type BundleFiles } from '@tavolo/audit-log';
import { Client } from 'pg';
import { DataSource } from 'typeorm';
import { ActRunner } from '../acts/act-runner.js';
import { system } from '../acts/who.js';
import { AuditBundle } from '../audit/reading/audit-bundle.js';
import { Sequencer } from '../audit/sequencing/sequencer.js';
import { AuditSpaces } from '../audit/write/audit-spaces.js';
import { testDatabase, type TestDatabase } from '../database/test-database.js';
import { Note } from './note.act.js';
import { platformApp, type PlatformApp } from './platform-app.js';

/** An installation in a test that is stopped, backed up, restored and started again, with its folder of keys. */
export class RestorableInstallation {
  #running: { readonly platform: PlatformApp; readonly dataSource: DataSource } | null = null;

  private constructor(
    private readonly database: TestDatabase,
    readonly dataFolder: string,
  ) {}

  static async make(): Promise<RestorableInstallation> {
    const database = await testDatabase([], []);
    await database.dataSource.destroy();
    return new RestorableInstallation(database, await mkdtemp(join(tmpdir(), 'tavolo-operating-')));
  }

  get platform(): PlatformApp {
    if (!this.#running) throw new Error('it does not run');
    return this.#running.platform;
  }

  async start(): Promise<PlatformApp> {
    const options = { type: 'postgres', url: this.database.appUrl, synchronize: false, poolSize: 8 } as const;
    const dataSource = await new DataSource(options).initialize();
    try {
      const platform = await platformApp({ dataSource, sequencerUrl: this.database.sequencerUrl }, [], {
        config: { dataFolder: this.dataFolder },
      });
      this.#running = { platform, dataSource };
      return platform;
    } catch (error) {
      await dataSource.destroy();
      throw error;
    }
  }

  async stop(): Promise<void> {
    const running = this.#running;
    this.#running = null;
    await running?.platform.close();
    if (running?.dataSource.isInitialized) await running.dataSource.destroy();
  }

  async restart(): Promise<PlatformApp> {
    await this.stop();
    return this.start();
  }

  async close(): Promise<void> {
    await this.stop();
    await this.#asOwner((client) => client.query(`drop database if exists ${this.#backup}`));
    await this.database.close();
    await rm(this.dataFolder, { recursive: true, force: true });
  }

  /** A copy of the database; it must not run. */
  backUp(): Promise<void> {
    return this.#copy(this.#name, this.#backup);
  }

  /** The database as it was backed up; the keys stay as they are. It must not run. */
  restore(): Promise<void> {
    return this.#copy(this.#backup, this.#name);
  }

  /** Asks for something as an operator does. */
  async ask(request: string, text = ''): Promise<void> {
    await writeFile(join(this.dataFolder, 'keys', request), text);
  }

  /** Records entries in the log of the installation, and waits for a head that covers them. */
  async record(count: number): Promise<void> {
    const { app } = this.platform;
    const space = await this.systemSpace();
    const ids: string[] = [];
    for (let number = 0; number < count; number++) {
      const act = new Note(space);
      const { entries } = await app.get(ActRunner).perform(act, { stream: 'doc:1', text: 'words' }, system);
      ids.push(...entries.map(({ id }) => id));
    }
    await app.get(Sequencer).sealed(ids);
  }

  async exported(space?: string): Promise<BundleFiles> {
    const bundle = this.platform.app.get(AuditBundle);
    return unzipBundle(await bundle.zip(space ?? (await this.systemSpace()), { withDisclosures: true }));
  }

  async systemSpace(): Promise<string> {
    const { id } = await this.platform.app.get(AuditSpaces).system(this.platform.app.get(DataSource).manager);
    return id;
  }

  /** Changes the database behind the application's back. */
  async tamper(sql: string): Promise<void> {
    const client = new Client({ connectionString: this.database.ownerUrl });
    await client.connect();
    await client.query(sql);
    await client.end();
  }

  get #name(): string {
    return new URL(this.database.ownerUrl).pathname.slice(1);
  }

  get #backup(): string {
    return `${this.#name}_backup`;
  }

  #copy(from: string, to: string): Promise<void> {
    return this.#asOwner(async (client) => {
      await client.query(`drop database if exists ${to}`);
      await client.query(`create database ${to} template ${from}`);
    });
  }

  async #asOwner(work: (client: Client) => Promise<unknown>): Promise<void> {
    const client = new Client({ connectionString: process.env.TAVOLO_TEST_POSTGRES });
    await client.connect();
    try {
      await work(client);
    } finally {
      await client.end();
    }
  }
}
