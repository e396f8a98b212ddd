import { type ActName, type Fact } from '@tavolo/contracts';
import { type Instant } from '@tavolo/kernel';
import { type EntityManager } from 'typeorm';
import { type z } from 'zod';
import { type EntryDraft } from './entry-draft.js';
import { type Who } from './who.js';

/** What an act may use while it runs. One context lives for one attempt: a retried act gets a new one. */
export interface ActContext {
  readonly now: Instant;
  readonly who: Who;
  /** The transaction (REPEATABLE READ). Everything that the act reads or writes goes through it. */
  readonly manager: EntityManager;
  /** Records an entry; written as the last statements of the transaction, per stream in the order of the calls. */
  record(draft: EntryDraft): void;
  /** Tells those who watch the table, after the commit. */
  announce(fact: Omit<Fact, 'version'>): void;
  /** Runs after the commit, in the order of the calls. What it throws is logged; it cannot undo the act. */
  afterCommit(work: () => void | Promise<void>): void;
}

/**
 * The one way in which anything is changed: one act, one class, one file, named by the fact that it records.
 *
 * `execute` loads what it needs, lets the pure domain decide, writes the records and calls `context.record`. It may run
 * several times (another writer came first), so it keeps no state of its own and touches the outside world only in
 * `context.afterCommit`.
 */
export abstract class Act<Command, Outcome> {
  abstract readonly name: ActName;
  abstract readonly command: z.ZodType<Command>;
  /** Acts with legal effect answer only when their entries stand under a signed head (audit-log.md 3.4), unless they are run at a given moment. */
  readonly sealed: boolean = false;
  abstract execute(command: Command, context: ActContext): Promise<Outcome>;
}
