import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { advance, advanceMandate } from '@tavolo/governance';
import { epoch, type Instant } from '@tavolo/kernel';
import { ActRunner, Clock, DemoClock, system } from '@tavolo/server-platform';
import { ProposalFinder, SharedTexts } from '@tavolo/server-proposals';
import { TablePolicy } from '@tavolo/server-tables';
import { DueReader } from './due.reader.js';
import { NothingDue, RecordDue } from './record-due.act.js';
import { RecordMandateDue } from './record-mandate-due.act.js';
import { RecordModeChangeDue } from './record-mode-change-due.act.js';

/** Asked at least this often, in milliseconds: another process may have made something due. */
const longestWait = 30_000;

/**
 * Writes down and announces what follows from the clock: at start, when it is due, when the clock of the demonstration is moved. What a
 * state is does not depend on it: readers and acts apply the clock themselves.
 */
@Injectable()
export class DueWork implements OnApplicationBootstrap, OnModuleDestroy {
  readonly #log = new Logger('DueWork');
  #timer: NodeJS.Timeout | undefined;
  #stopListening: (() => void) | undefined;
  #running: Promise<void> | undefined;
  #again = false;
  #stopped = false;
  #pauses = 0;

  constructor(
    private readonly runner: ActRunner,
    private readonly clock: Clock,
    private readonly due: DueReader,
    private readonly proposals: ProposalFinder,
    private readonly policy: TablePolicy,
    private readonly texts: SharedTexts,
  ) {}

  onApplicationBootstrap(): void {
    if (this.clock instanceof DemoClock) this.#stopListening = this.clock.onMoved(() => void this.recordAll());
    void this.recordAll();
  }

  async onModuleDestroy(): Promise<void> {
    this.#stopped = true;
    this.#stopListening?.();
    clearTimeout(this.#timer);
    await this.#running;
  }

  /**
   * Does `work` without anything being recorded by itself meanwhile, then records what is due: for imports, whose proposals live in the past
   * until the clock is put where they end. `recordFor` goes on working.
   */
  async pausedWhile<Result>(work: () => Promise<Result>): Promise<Result> {
    this.#pauses++;
    try {
      await this.#running;
      return await work();
    } finally {
      this.#pauses--;
      await this.recordAll();
    }
  }

  /** Records everything that is due now; resolves when that is done. Calls that come meanwhile are answered by one more pass. */
  async recordAll(): Promise<void> {
    this.#again = true;
    this.#running ??= this.#passes().finally(() => {
      this.#running = undefined;
    });
    await this.#running;
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

  async #passes(): Promise<void> {
    while (this.#again && !this.#stopped && this.#pauses === 0) {
      this.#again = false;
      try {
        await this.due.alone(() => this.#pass());
      } catch (error) {
        this.#log.error(`could not record what is due: ${String(error)}`);
      }
    }
    await this.#wakeLater().catch((error: unknown) => this.#log.error(String(error)));
  }

  async #pass(): Promise<void> {
    // Mandates first: what follows for their decisions follows from them.
    for (const mandate of await this.due.mandatesDueAt(this.clock.now())) {
      if (this.#stopped || this.#pauses > 0) return;
      try {
        await this.recordForMandate(mandate);
      } catch (error) {
        this.#log.error(`could not record what is due for ${mandate}: ${String(error)}`);
      }
    }
    for (const proposal of await this.due.dueAt(this.clock.now())) {
      if (this.#stopped || this.#pauses > 0) return;
      try {
        await this.recordFor(proposal);
      } catch (error) {
        this.#log.error(`could not record what is due for ${proposal}: ${String(error)}`);
      }
    }
    await this.#passModeChanges();
  }

  /** Last, since a change waits for the ballots of the table; again while one that took effect may let another. */
  async #passModeChanges(): Promise<void> {
    let again = true;
    while (again && !this.#stopped && this.#pauses === 0) {
      again = false;
      for (const key of await this.due.modeChangesDueAt(this.clock.now())) {
        try {
          if (await this.recordForModeChange(key)) again = true;
        } catch (error) {
          this.#log.error(`could not record what is due for ${key}: ${String(error)}`);
        }
      }
    }
  }

  async #wakeLater(): Promise<void> {
    if (this.#stopped) return;
    const now = this.clock.now();
    const next = await this.due.nextAfter(now);
    const wait = next === null ? longestWait : Math.min(longestWait, next.getTime() - epoch(now) + 1);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.recordAll(), Math.max(wait, 50));
    this.#timer.unref();
  }
}
