import { Logger } from '@nestjs/common';
import { epoch, type Instant } from '@tavolo/kernel';
import { type DataSource } from 'typeorm';
import { type Clock } from '../clock/clock.js';
import { DemoClock } from '../clock/demo-clock.js';
import { type Job } from './jobs.js';

/** How a job is planned anew. */
export interface Planning {
  /** Has the job done after so many milliseconds of real time, instead of what was planned before. */
  plan(job: Job, afterMillis: number): Promise<void>;
  /** Has the job done once more, a moment later. */
  again(job: Job): Promise<void>;
}

/** The runs of one job in this process: one after the other, none while it is paused, and none while another process is at it. */
export class JobRun {
  readonly #log = new Logger('Jobs');
  #running: Promise<void> | undefined;
  #again = false;
  #pauses = 0;
  #ending = new AbortController();
  #stopped = false;

  constructor(
    readonly job: Job,
    private readonly planning: Planning,
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /**
   * Does the job; resolves when a run that began after the call has ended. Calls that come meanwhile are answered by one more run.
   * @returns whether it could: not while it is paused, and not after `stop`.
   */
  async run(): Promise<boolean> {
    this.#again = true;
    this.#running ??= this.#runs().finally(() => {
      this.#running = undefined;
    });
    await this.#running;
    return !this.#again;
  }

  /** No run until `resume` was called as often; resolves when the one under way has ended. */
  async pause(): Promise<void> {
    this.#pauses++;
    this.#ending.abort();
    await this.#running?.catch(() => undefined);
  }

  resume(): void {
    this.#pauses--;
  }

  /** No run any more; resolves when the one under way has ended. */
  async stop(): Promise<void> {
    this.#stopped = true;
    await this.pause();
  }

  async #runs(): Promise<void> {
    while (this.#again && !this.#stopped && this.#pauses === 0) {
      this.#again = false;
      this.#ending = new AbortController();
      if (!(await this.#alone(() => this.#once()))) await this.planning.again(this.job);
    }
  }

  async #once(): Promise<void> {
    // First: if this process dies in the middle, another one takes the job up.
    await this.planning.plan(this.job, this.job.atLeastEvery);
    // Another process may have moved the clock of the demonstration.
    if (this.clock instanceof DemoClock) await this.clock.load(this.dataSource.manager);
    let next: Instant | null = null;
    try {
      next = await this.job.perform(this.#ending.signal);
    } catch (error) {
      this.#log.error(`${this.job.name}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    }
    // The clock of the product runs at the pace of real time, wherever it was put.
    const wait = next === null ? Infinity : epoch(next) - epoch(this.clock.now());
    if (wait < this.job.atLeastEvery) await this.planning.plan(this.job, Math.max(wait, 0));
  }

  /** Does `work` unless another process is at this job; says whether it did. A lock of the session: it ends with a process that dies. */
  async #alone(work: () => Promise<void>): Promise<boolean> {
    const runner = this.dataSource.createQueryRunner();
    const key = [`job:${this.job.name}`];
    try {
      await runner.connect();
      const [row] = await runner.manager.query<{ took: boolean }[]>(
        'select pg_try_advisory_lock(hashtextextended($1, 0)) as took',
        key,
      );
      if (row?.took !== true) return false;
      try {
        await work();
      } finally {
        await runner.query('select pg_advisory_unlock(hashtextextended($1, 0))', key);
      }
      return true;
    } finally {
      await runner.release();
    }
  }
}
