import { Logger } from '@nestjs/common';
import { PgBoss } from 'pg-boss';
import { type DataSource } from 'typeorm';
import { type Clock } from '../clock/clock.js';
import { DemoClock } from '../clock/demo-clock.js';
import { jobSchema } from './job-schema.js';
import { JobRun, type Planning } from './job-run.js';
import { Jobs, type Job } from './jobs.js';

/** Jobs of all processes stand in one queue each: at most one that was asked for waits there, and one that is planned. */
const asked = 'asked';
const planned = 'planned';

/** How often a process looks whether a job has come; its own wake it at once. Seconds. */
const lookEvery = 2;
const settings = { retryLimit: 1000, retryDelay: 5, expireInSeconds: 600, deleteAfterSeconds: 3600 };
/** When another process is at a job, it is tried again after this long. Seconds. */
const tryAgain = 1;

/**
 * Jobs in the database, by pg-boss. A job that cannot even plan its successor fails, and pg-boss has it done again: the chain never ends. Jobs
 * have no content. pg-boss counts in real time; a moved clock of a demonstration asks for every job at once.
 */
export class PgBossJobs extends Jobs implements Planning {
  readonly #log = new Logger('Jobs');
  readonly #boss: PgBoss;
  readonly #runs = new Map<string, JobRun>();
  readonly #workers = new Map<string, string>();
  #stopListening: () => void = () => undefined;
  #stopped = false;

  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {
    super();
    this.#boss = new PgBoss({
      connectionString: addressOf(dataSource),
      application_name: 'tavolo jobs',
      max: 2,
      schema: jobSchema,
      // The tables are the owner's: made and changed with the migrations, before any process works.
      migrate: false,
      createSchema: false,
      reindex: false,
      monitorVacuum: false,
      schedule: false,
      registerInstance: false,
      maintenanceIntervalSeconds: 3600,
    });
    this.#boss.on('error', ({ message }) => this.#log.error(message));
    this.#boss.on('warning', ({ message }) => this.#log.warn(message));
  }

  /** Opens the queue. Call it before any job is offered. */
  async start(): Promise<void> {
    await this.#boss.start();
    if (!(this.clock instanceof DemoClock)) return;
    this.#stopListening = this.clock.onMoved(() => {
      for (const name of this.#runs.keys()) {
        this.ask(name).catch((error: unknown) => this.#log.error(`${name}: ${String(error)}`));
      }
    });
  }

  /** No job is begun any more; resolves when those under way have ended and the connections are closed. */
  async stop(): Promise<void> {
    this.#stopped = true;
    this.#stopListening();
    await Promise.all([...this.#runs.values()].map((run) => run.stop()));
    await this.#boss.stop({ timeout: 5000 });
  }

  override async offer(job: Job): Promise<void> {
    const { name } = job;
    if (this.#runs.has(name)) throw new Error(`the job ${name} is offered already`);
    const run = new JobRun(job, this, this.dataSource, this.clock);
    this.#runs.set(name, run);
    await this.#boss.createQueue(name, { policy: 'short', ...settings });
    // A queue that an earlier version made keeps the settings of that version until it is told.
    await this.#boss.updateQueue(name, settings);
    const worker = await this.#boss.work(name, { pollingIntervalSeconds: lookEvery, batchSize: 2 }, async () => {
      // Given back to the queue: it is done later, or by another process.
      if (!(await run.run())) throw new Error('this process does no jobs now');
    });
    this.#workers.set(name, worker);
    await this.ask(name);
  }

  override async ask(name: string): Promise<void> {
    if (this.#stopped) return;
    await this.#boss.send(name, null, { singletonKey: asked });
    this.#wake(name);
  }

  override async run(name: string): Promise<void> {
    const run = this.#runs.get(name);
    if (!run) throw new Error(`there is no job ${name}`);
    await run.run();
  }

  override async pausedWhile<Result>(work: () => Promise<Result>): Promise<Result> {
    const runs = [...this.#runs.values()];
    await Promise.all(runs.map((run) => run.pause()));
    try {
      return await work();
    } finally {
      for (const run of runs) run.resume();
      for (const run of runs) await run.run();
    }
  }

  async plan({ name }: Job, afterMillis: number): Promise<void> {
    const startAfter = new Date(Date.now() + afterMillis);
    await this.#boss.upsert(name, null, { singletonKey: planned, startAfter });
  }

  async again({ name }: Job): Promise<void> {
    await this.#boss.send(name, null, { singletonKey: asked, startAfter: tryAgain });
  }

  #wake(name: string): void {
    const worker = this.#workers.get(name);
    if (worker !== undefined) this.#boss.notifyWorker(worker);
  }
}

function addressOf({ options }: DataSource): string {
  if (options.type !== 'postgres' || options.url === undefined)
    throw new Error('the jobs need the address of a PostgreSQL');
  return options.url;
}
