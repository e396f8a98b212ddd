import { Logger } from '@nestjs/common';
import { type DataSource, type QueryRunner } from 'typeorm';
import { type HeadKeeper } from './head-keeper.js';
import { Sequencer, SealTimeout } from './sequencer.js';
import { type SequencingRound } from './sequencing-round.js';
import { WakeUp } from '../../clock/wake-up.js';
import { type SequencerDatabase } from '../../database/sequencer-database.js';
import { OrphanWatch } from './orphan-watch.js';
import { Outage } from './outage.js';

/** The same number in every process: who holds the lock sequences. */
const LEADER_LOCK = 7_382_913;
const TAKE_THE_LEAD = 'select pg_try_advisory_lock($1) as mine';

export interface SequencerPace {
  /** How often it looks when nobody wakes it, and how often a follower tries to become the leader. */
  readonly tickMillis: number;
  /** Maximum merge delay: how long `sealed` waits. */
  readonly sealWithinMillis: number;
}

export const usualPace: SequencerPace = { tickMillis: 200, sealWithinMillis: 5000 };

/** What the health check reports. */
export interface SequencerState {
  readonly leading: boolean;
  /** What went wrong in the last round; `null` when nothing did. */
  readonly fault: string | null;
  readonly refusals: readonly string[];
  /** Entries found that are neither in their log nor on their way into it. */
  readonly orphans: readonly string[];
}

/**
 * The sequencer of a process. One process leads, by an advisory lock on the connection of `SequencerDatabase`; the others follow, and one of them takes over when that connection ends. Acts of the same process
 * wake it; what others commit it finds at the next tick. (A `NOTIFY` inside each act would make all commits of the
 * database queue for one lock.)
 */
export class LeadingSequencer extends Sequencer {
  readonly #log = new Logger('Sequencer');
  readonly #wakeUp = new WakeUp();
  readonly #sealedSomething = new Set<() => void>();
  readonly #outage: Outage;
  readonly #orphans = new OrphanWatch(this.#log);
  #runner: QueryRunner | null = null;
  #running: Promise<void> | null = null;
  #stopping = false;
  #fault: string | null = null;

  constructor(
    private readonly dataSource: DataSource,
    private readonly own: SequencerDatabase,
    private readonly round: SequencingRound,
    private readonly heads: HeadKeeper,
    private readonly pace: SequencerPace = usualPace,
  ) {
    super();
    this.#outage = new Outage(this.#log, pace.tickMillis * 5);
  }

  get state(): SequencerState {
    const { refusals } = this.heads;
    return { leading: this.#runner !== null, fault: this.#fault, refusals, orphans: this.#orphans.found };
  }

  start(): void {
    this.#running ??= this.#loop();
  }

  /** Finishes the round in progress and gives the leadership away. */
  async stop(): Promise<void> {
    this.#stopping = true;
    this.#wakeUp.call();
    await this.#running;
    this.#running = null;
  }

  override wake(): void {
    this.#wakeUp.call();
  }

  override async sealed(entryIds: readonly string[]): Promise<void> {
    const until = Date.now() + this.pace.sealWithinMillis;
    while (!(await this.#areSealed(entryIds))) {
      const left = until - Date.now();
      if (left <= 0) throw new SealTimeout(this.pace.sealWithinMillis);
      await this.#nextHead(Math.min(left, this.pace.tickMillis));
    }
  }

  async #loop(): Promise<void> {
    while (!this.#stopping) {
      let rest = this.pace.tickMillis;
      try {
        const runner = await this.#lead();
        if (runner) rest = await this.#work(runner);
        // Followers look too: each process answers for its own health.
        await this.#orphans.look(this.dataSource.manager);
        this.#outage.over();
      } catch (error) {
        // Messages of connections name hosts and ports; the fault is shown to everybody who asks for the health.
        this.#fault = 'the last round failed; the log of the server says why';
        rest = this.#outage.failed(error);
        await this.#resign();
      }
      if (rest > 0 && !this.#isStopping()) await this.#wakeUp.wait(rest);
    }
    await this.#resign();
  }

  /** One round and the heads that are due; returns how long to rest, 0 for not at all. */
  async #work(runner: QueryRunner): Promise<number> {
    const { broken, full } = await this.round.run(runner);
    const next = await this.heads.signDue(runner.manager);
    for (const listener of this.#sealedSomething) listener();
    this.#fault = broken.length > 0 ? `entries not chained to their predecessor: ${broken.join(', ')}` : null;
    return full ? 0 : Math.min(next ?? Infinity, this.pace.tickMillis);
  }

  async #lead(): Promise<QueryRunner | null> {
    if (this.#runner) return this.#runner;
    const runner = await this.own.connect();
    try {
      const [row] = await runner.manager.query<{ mine: boolean }[]>(TAKE_THE_LEAD, [LEADER_LOCK]);
      if (row?.mine === true) return (this.#runner = runner);
    } catch (error) {
      await giveBack(runner);
      throw error;
    }
    await runner.release();
    return null;
  }

  async #resign(): Promise<void> {
    const runner = this.#runner;
    this.#runner = null;
    if (runner) await giveBack(runner);
  }

  async #areSealed(entryIds: readonly string[]): Promise<boolean> {
    const [row] = await this.dataSource.query<{ missing: boolean }[]>(
      `select exists (
         select from unnest($1::uuid[]) as wanted
         left join audit.leaf on leaf.entry_id = wanted
         where not exists (
           select from audit.checkpoint
           where checkpoint.space_id = leaf.space_id and checkpoint.size > leaf.idx)) as missing`,
      [[...entryIds]],
    );
    return row?.missing === false;
  }

  #nextHead(millis: number): Promise<void> {
    return new Promise((resolve) => {
      const done = () => {
        clearTimeout(timer);
        this.#sealedSomething.delete(done);
        resolve();
      };
      const timer = setTimeout(done, millis);
      this.#sealedSomething.add(done);
    });
  }

  #isStopping(): boolean {
    return this.#stopping;
  }
}

/** A connection goes back to its pool without the lock. */
async function giveBack(runner: QueryRunner): Promise<void> {
  await runner.query('select pg_advisory_unlock_all()').catch(() => undefined);
  await runner.release().catch(() => undefined);
}
