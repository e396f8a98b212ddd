import { DataSource, type QueryRunner } from 'typeorm';

/**
 * The database as the sequencer of the log sees it: one connection with a login of its own, which may number and seal
 * entries and can read or change nothing else. The application's connections cannot do what this one can.
 */
export class SequencerDatabase {
  readonly #source: DataSource;

  /** `url` as given by `openDatabase` or `testDatabase`. Nothing is opened yet. */
  constructor(url: string) {
    this.#source = new DataSource({
      type: 'postgres',
      url,
      applicationName: 'tavolo sequencer',
      synchronize: false,
      logging: false,
      poolSize: 1,
    });
  }

  /**
   * The connection; waits until whoever has it releases it.
   * @throws Error of the database when it is away or does not let us in; the next call tries again.
   */
  async connect(): Promise<QueryRunner> {
    if (!this.#source.isInitialized) await this.#source.initialize();
    const runner = this.#source.createQueryRunner();
    await runner.connect();
    return runner;
  }

  /** Safe to call when nothing was opened. */
  async close(): Promise<void> {
    if (this.#source.isInitialized) await this.#source.destroy();
  }
}
