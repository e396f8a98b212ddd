import { type Instant } from '@tavolo/kernel';
import { Logger } from '@nestjs/common';
import { setTimeout as pause } from 'node:timers/promises';
import { type DataSource, type QueryRunner } from 'typeorm';
import { type Sequencer } from '../audit/sequencing/sequencer.js';
import { streamKey, type AuditAppender } from '../audit/write/audit-appender.js';
import { type Clock } from '../clock/clock.js';
import { type WriteWatch } from '../health/write-watch.js';
import { type FactBus } from '../live/fact-bus.js';
import { ActAttempt } from './act-attempt.js';
import { type Act } from './act.js';
import { isConflict } from './conflict.js';
import { type RecordedEntry } from './entry-draft.js';
import { type KeyedRequest, type OutcomeStore } from './outcome-store.js';
import { parse } from './parse.js';
import { PlatformRefusal } from './problems.js';
import { StreamQueue } from './stream-queue.js';
import { keyOwner, type Who } from './who.js';

const MOST_ATTEMPTS = 10;

export interface RunOptions {
  /**
   * The moment at which the act happens: the due instant of an automatic consequence. Otherwise the clock's `now` when the act was received,
   * however often it gives way to others after that: who came in time is not late because many came. An act of a given moment does not wait
   * for a signed head: an import of years would wait for hours.
   */
  readonly at?: Instant;
  /** UUID: the same request of the same person is done once, and answered again with the stored outcome. */
  readonly idempotencyKey?: string | undefined;
}

/** An outcome with the entries that were recorded for it; none when it was answered from an idempotency key. */
export interface Performed<Outcome> {
  readonly outcome: Outcome;
  readonly entries: readonly RecordedEntry[];
}

interface Attempted<Outcome> extends Performed<Outcome> {
  readonly attempt: ActAttempt;
}

/**
 * The only way in which anything changes: parse, transaction, execute, append the entries, commit, announce.
 *
 * The transaction is REPEATABLE READ, so an act never decides on one state and writes upon another: when another writer
 * of the same stream or row came first, the act is run again. From the second attempt on it queues for its streams, and
 * whoever has queued goes before whoever has not: a stream that everybody writes is fair.
 */
export class ActRunner {
  readonly #log = new Logger('Acts');
  readonly #queue = new StreamQueue();

  constructor(
    private readonly dataSource: DataSource,
    private readonly appender: AuditAppender,
    private readonly outcomes: OutcomeStore,
    private readonly sequencer: Sequencer,
    private readonly clock: Clock,
    private readonly facts: FactBus,
    private readonly writes: WriteWatch,
  ) {}

  /** Runs an act. Throws `InvalidInput`, whatever the act throws, or `busy` when others came first again and again. */
  async run<Command, Outcome>(
    act: Act<Command, Outcome>,
    input: unknown,
    who: Who,
    options: RunOptions = {},
  ): Promise<Outcome> {
    return (await this.perform(act, input, who, options)).outcome;
  }

  /** Like `run`, and also gives ids and leaf hashes of what was recorded. */
  async perform<Command, Outcome>(
    act: Act<Command, Outcome>,
    input: unknown,
    who: Who,
    { at, idempotencyKey }: RunOptions = {},
  ): Promise<Performed<Outcome>> {
    const command = parse(act.command, input);
    const request =
      idempotencyKey === undefined ? null : { owner: keyOwner(who), key: idempotencyKey, act: act.name, command };
    const now = at ?? this.clock.now();
    const ids: string[] = [];
    let queued: readonly string[] = [];
    for (let number = 1; number <= MOST_ATTEMPTS; number++) {
      const began = { streams: [] as string[] };
      const leave = await this.#queue.enter(queued);
      try {
        const done = await this.#attempt(act, command, who, now, request, ids, queued, began);
        leave();
        await this.#afterCommit(act, done, act.sealed && at === undefined);
        return { outcome: done.outcome, entries: done.entries };
      } catch (error) {
        if (!isConflict(error)) {
          this.writes.failed(error);
          throw error;
        }
        queued = [...new Set([...queued, ...began.streams])].sort();
      } finally {
        leave();
      }
      if (queued.length === 0) await pause(Math.random() * 5 * number);
    }
    this.#log.warn(`${act.name} gave way to other writers ${MOST_ATTEMPTS} times`);
    throw new PlatformRefusal('busy');
  }

  async #attempt<Command, Outcome>(
    act: Act<Command, Outcome>,
    command: Command,
    who: Who,
    now: Instant,
    request: KeyedRequest | null,
    ids: string[],
    locks: readonly string[],
    began: { streams: string[] },
  ): Promise<Attempted<Outcome>> {
    const runner = this.dataSource.createQueryRunner();
    const { manager } = runner;
    const attempt = new ActAttempt(manager, now, who, ids);
    try {
      await runner.connect();
      await lockStreams(runner, locks);
      await runner.startTransaction('REPEATABLE READ');
      const known = request && (await this.outcomes.find(manager, request));
      if (known) {
        await runner.rollbackTransaction();
        return { outcome: known.value as Outcome, entries: [], attempt };
      }
      const outcome = await act.execute(command, attempt);
      const [first] = attempt.drafts;
      if (!first) throw new Error(`${act.name} recorded nothing: it must not change anything either`);
      const entries = await this.appender.append(manager, attempt.drafts, now);
      if (request) await this.outcomes.keep(manager, request, first.id, outcome);
      await runner.commitTransaction();
      return { outcome, entries, attempt };
    } catch (error) {
      began.streams = attempt.drafts.map(({ draft }) => streamKey(draft));
      if (runner.isTransactionActive) await runner.rollbackTransaction();
      throw error;
    } finally {
      if (locks.length > 0) await runner.query('select pg_advisory_unlock_all()').catch(() => undefined);
      await runner.release();
    }
  }

  async #afterCommit<Command, Outcome>(
    act: Act<Command, Outcome>,
    { attempt, entries }: Attempted<Outcome>,
    waitsForHead: boolean,
  ): Promise<void> {
    if (entries.length === 0) return;
    this.writes.succeeded();
    this.sequencer.wake();
    for (const fact of attempt.facts) await this.#guarded(act.name, () => this.facts.publish(fact));
    for (const work of attempt.afterwards) await this.#guarded(act.name, work);
    if (waitsForHead) await this.#guarded(act.name, () => this.sequencer.sealed(entries.map(({ id }) => id)));
  }

  /** What follows a commit can no longer undo it: a failure is logged, and the act has happened all the same. */
  async #guarded(act: string, work: () => void | Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.#log.error(`after ${act}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    }
  }
}

/** Locks of the session, taken before the transaction: its view of the data begins only when it is its turn. */
async function lockStreams(runner: QueryRunner, streams: readonly string[]): Promise<void> {
  for (const stream of streams) await runner.query('select pg_advisory_lock(hashtextextended($1, 0))', [stream]);
}
