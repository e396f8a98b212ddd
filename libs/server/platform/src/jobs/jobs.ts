import { type Instant } from '@tavolo/kernel';

/**
 * Work that follows from the record and the clock. It carries nothing: what is to be done is read from the record each time, so a run that
 * was lost, repeated or late changes nothing but when things are written down.
 */
export interface Job {
  /** Its name in the queue: small letters and dashes. The same in every process. */
  readonly name: string;
  /** Done at least this often, in milliseconds of real time, also when nobody asks: another process may have made something due. */
  readonly atLeastEvery: number;
  /**
   * Does what is due by the clock of the product. One process at a time is at it, but a process that died in the middle may have done a part.
   * `ending` is aborted when the process stops or an import begins: come back soon, the rest is done later.
   * @returns when something will be due next by the clock of the product; `null`: nothing is known to come.
   */
  perform(ending: AbortSignal): Promise<Instant | null>;
}

/**
 * Port: has jobs done, by one of the processes that share the database, also those that nobody waits for. A job is done when a process
 * starts, when its next instant has come, when the clock of a demonstration is moved, and when somebody asks.
 */
export abstract class Jobs {
  /** From now on the job is done here too; asks for it at once. Call it once for each job, when the application starts. */
  abstract offer(job: Job): Promise<void>;
  /** Has the job of that name done soon, by whichever process is free. */
  abstract ask(name: string): Promise<void>;
  /**
   * Does the job in this process and resolves when a run that began after the call has ended. Where another process is at it, it resolves
   * at once, and the job is done again after that.
   */
  abstract run(name: string): Promise<void>;
  /**
   * Does `work` without any job being done in this process meanwhile, then does each: for imports, which live in the past until the clock is
   * put where they end.
   */
  abstract pausedWhile<Result>(work: () => Promise<Result>): Promise<Result>;
}
