import { Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { advance, advanceMandate } from '@tavolo/governance';
import { type Instant } from '@tavolo/kernel';
import { ActRunner, Clock, Jobs, system, type Job } from '@tavolo/server-platform';
import { ProposalFinder, SharedTexts } from '@tavolo/server-proposals';
import { TablePolicy } from '@tavolo/server-tables';
import { DueReader } from './due.reader.js';
import { NothingDue, RecordDue } from './record-due.act.js';
import { RecordMandateDue } from './record-mandate-due.act.js';
import { RecordModeChangeDue } from './record-mode-change-due.act.js';

/** The job that writes down and announces what follows from the clock. */
export const dueJob = 'due';

/**
 * Writes down and announces what follows from the clock: at start, when it is due, when the clock of the demonstration is moved. What a
 * state is does not depend on it: readers and acts apply the clock themselves.
 */
@Injectable()
export class DueWork implements Job, OnApplicationBootstrap {
  readonly name = dueJob;
  readonly atLeastEvery = 30_000;
  readonly #log = new Logger('DueWork');

  constructor(
    private readonly runner: ActRunner,
    private readonly clock: Clock,
    private readonly due: DueReader,
    private readonly proposals: ProposalFinder,
    private readonly policy: TablePolicy,
    private readonly texts: SharedTexts,
    private readonly jobs: Jobs,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.jobs.offer(this);
  }

  /** Records everything that is due now; resolves when that is done. Where another process is at it, it resolves at once. */
  async recordAll(): Promise<void> {
    await this.jobs.run(dueJob);
  }

  /** Records what is due for one proposal. Returns whether there was anything. */
  async recordFor(proposal: string, now: Instant = this.clock.now()): Promise<boolean> {
    const state = await this.proposals.find(proposal);
    const first = state && advance(state.procedure, now).consequences[0];
    if (!first) return false;
    try {
      await this.runner.run(new RecordDue(first.name, this.policy), { proposal: state.id }, system, { at: now });
    } catch (error) {
      if (error instanceof NothingDue) return false;
      throw error;
    }
    await this.texts.reconsider(state.id);
    return true;
  }

  /** Records what is due for one mandate, and tells its decisions. Returns whether there was anything. */
  async recordForMandate(key: string, now: Instant = this.clock.now()): Promise<boolean> {
    const mandate = await this.due.mandate(key);
    const first = mandate && advanceMandate(mandate, now).consequences[0];
    if (!first) return false;
    try {
      await this.runner.run(new RecordMandateDue(first.name, this.policy), { mandate: key }, system, { at: now });
    } catch (error) {
      if (error instanceof NothingDue) return false;
      throw error;
    }
    await this.texts.reconsiderAll();
    return true;
  }

  /** Records what is due for one change of mode. Returns whether there was anything. */
  async recordForModeChange(key: string, now: Instant = this.clock.now()): Promise<boolean> {
    const first = await this.due.firstOfModeChange(key, now);
    if (!first) return false;
    try {
      await this.runner.run(new RecordModeChangeDue(first.name, this.policy), { modeChange: key }, system, { at: now });
    } catch (error) {
      if (error instanceof NothingDue) return false;
      throw error;
    }
    return true;
  }

  async perform(ending: AbortSignal): Promise<Instant | null> {
    const began = this.clock.now();
    // Mandates first: what follows for their decisions follows from them.
    for (const mandate of await this.due.mandatesDueAt(began)) {
      await this.#recorded(ending, mandate, () => this.recordForMandate(mandate));
    }
    for (const proposal of await this.due.dueAt(this.clock.now())) {
      await this.#recorded(ending, proposal, () => this.recordFor(proposal));
    }
    await this.#modeChanges(ending);
    return this.due.nextAfter(began);
  }

  /** Last, since a change waits for the ballots of the table; again while one that took effect may let another. */
  async #modeChanges(ending: AbortSignal): Promise<void> {
    let again = true;
    while (again && !ending.aborted) {
      again = false;
      for (const key of await this.due.modeChangesDueAt(this.clock.now())) {
        if (await this.#recorded(ending, key, () => this.recordForModeChange(key))) again = true;
      }
    }
  }

  /** Returns whether there was anything. What cannot be recorded for one does not keep the others waiting: it is tried again with the next run. */
  async #recorded(ending: AbortSignal, what: string, record: () => Promise<boolean>): Promise<boolean> {
    if (ending.aborted) return false;
    try {
      return await record();
    } catch (error) {
      this.#log.error(`could not record what is due for ${what}: ${String(error)}`);
      return false;
    }
  }
}
