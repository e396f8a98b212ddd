import { instant, type Instant } from '@tavolo/kernel';
import { Client } from 'pg';
import { getRollbackPlans, PgBoss } from 'pg-boss';
import { type EntityManager } from 'typeorm';
import { DemoClock } from '../clock/demo-clock.js';
import { testDatabase, type TestDatabase } from '../database/test-database.js';
import { jobSchema, jobSchemaVersion, prepareJobSchema } from './job-schema.js';
import { type Job } from './jobs.js';
import { PgBossJobs } from './pg-boss-jobs.js';

/** A job that counts its runs and tells each. */
class Counting implements Job {
  readonly name = 'counting';
  runs = 0;
  next: Instant | null = null;
  /** What a run waits for. */
  held: Promise<void> = Promise.resolve();
  #told: (() => void)[] = [];

  constructor(readonly atLeastEvery = 600_000) {}

  async perform(): Promise<Instant | null> {
    this.runs++;
    for (const tell of this.#told.splice(0)) tell();
    await this.held;
    return this.next;
  }

  /** Resolves with the next run. Call it before what leads to that run. */
  nextRun(): Promise<void> {
    return new Promise((resolve) => this.#told.push(resolve));
  }
}

describe('jobs in the database', () => {
  let database: TestDatabase;
  let clock: DemoClock;
  const started: PgBossJobs[] = [];

  beforeEach(async () => {
    database = await testDatabase([], []);
    clock = new DemoClock();
  });

  afterEach(async () => {
    await Promise.all(started.splice(0).map((jobs) => jobs.stop()));
    await database.close();
  });

  /** As one process would. */
  const process = async (job: Job): Promise<PgBossJobs> => {
    const jobs = new PgBossJobs(database.dataSource, clock);
    started.push(jobs);
    await jobs.start();
    await jobs.offer(job);
    return jobs;
  };

  /** Moves the clock without an act, so without a trace in the database. */
  const moveClock = async (to: string): Promise<void> => {
    const store = { query: () => Promise.resolve([]) } as unknown as EntityManager;
    (await clock.store(store, instant(to))).moved();
  };

  it('are done when the process starts', async () => {
    const job = new Counting();
    const run = job.nextRun();
    await process(job);
    await run;
  });

  it('are done when their next instant has come, which the job itself names', async () => {
    const job = new Counting();
    const first = job.nextRun();
    job.next = instant(Date.now() + 200);
    await process(job);
    await first;
    await job.nextRun();
  });

  it('are done by one of two processes at a time, and by the other when that one has stopped', async () => {
    let release: () => void = () => undefined;
    const job = new Counting();
    job.held = new Promise((resolve) => (release = resolve));
    const first = job.nextRun();
    const one = await process(job);
    await first;
    const other = new Counting();
    const two = await process(other);
    await two.run(other.name);
    expect(other.runs).toBe(0);
    const later = other.nextRun();
    release();
    await one.stop();
    await later;
    expect(job.runs).toBe(1);
  });

  it('are not done while an import is under way, and when it has ended', async () => {
    const job = new Counting();
    const first = job.nextRun();
    const jobs = await process(job);
    await first;
    await jobs.pausedWhile(async () => {
      const before = job.runs;
      await jobs.ask(job.name);
      await jobs.run(job.name);
      expect(job.runs).toBe(before);
      job.runs = 0;
    });
    expect(job.runs).toBeGreaterThan(0);
  });

  it('are asked for by every move of the clock of a demonstration', async () => {
    const job = new Counting();
    const first = job.nextRun();
    await process(job);
    await first;
    const again = job.nextRun();
    await moveClock('2027-01-01T08:00:00.000Z');
    await again;
  });

  it('go on after a run that failed', async () => {
    const job = new Counting(300);
    const first = job.nextRun();
    job.held = Promise.reject(new Error('the lamp is out'));
    job.held.catch(() => undefined);
    await process(job);
    await first;
    await job.nextRun();
  });
});

describe('the tables of the queue', () => {
  let database: TestDatabase;
  let owner: Client;

  beforeAll(async () => {
    database = await testDatabase([], []);
    owner = new Client({ connectionString: database.ownerUrl });
    await owner.connect();
  });

  afterAll(async () => {
    await owner.end();
    await database.close();
  });

  const version = async (): Promise<unknown> => (await owner.query(`select version from ${jobSchema}.version`)).rows;

  it('of an earlier version are brought up to date by their owner', async () => {
    await owner.query(getRollbackPlans(jobSchema, jobSchemaVersion));
    expect(await version()).toEqual([{ version: jobSchemaVersion - 1 }]);
    await prepareJobSchema(owner);
    expect(await version()).toEqual([{ version: jobSchemaVersion }]);
    const jobs = new PgBossJobs(database.dataSource, new DemoClock());
    await jobs.start();
    await jobs.stop();
  });

  it('are tidied by the application with the rights that it has', async () => {
    const off = { migrate: false, schedule: false, registerInstance: false, reindex: false, monitorVacuum: false };
    const boss = new PgBoss({ connectionString: database.appUrl, schema: jobSchema, ...off });
    const faults: string[] = [];
    boss.on('error', ({ message }) => faults.push(message));
    await boss.start();
    await boss.createQueue('tidying', { policy: 'short', deleteAfterSeconds: 1 });
    const id = await boss.send('tidying', null);
    await boss.cancel('tidying', id ?? '');
    await boss.supervise('tidying');
    await boss.supervise();
    await boss.resolveFlow();
    await boss.stop();
    expect(faults).toEqual([]);
  });

  it('of a newer version are refused', async () => {
    await owner.query(`update ${jobSchema}.version set version = version + 1`);
    await expect(prepareJobSchema(owner)).rejects.toThrow('its job queue is newer');
    await owner.query(`update ${jobSchema}.version set version = version - 1`);
  });

  it('cannot be changed by the application', async () => {
    for (const statement of ['drop table jobs.job', 'alter table jobs.queue add lid int', 'create table jobs.lid ()']) {
      await expect(database.dataSource.query(statement)).rejects.toThrow(/permission denied|must be owner/);
    }
  });
});
