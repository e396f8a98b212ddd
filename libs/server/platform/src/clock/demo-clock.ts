import { epoch, instant, type Instant } from '@tavolo/kernel';
import { type EntityManager } from 'typeorm';
import { Clock } from './clock.js';

type MoveListener = (now: Instant) => void;

/** A clock that runs at the usual pace from wherever it was put. The offset is kept in the database and moved by the act `clock.moved`. */
export class DemoClock extends Clock {
  override readonly movable = true;
  #offset = 0;
  #moves = 0;
  readonly #listeners = new Set<MoveListener>();

  override now(): Instant {
    return instant(Date.now() + this.#offset);
  }

  /** Takes up the offset that was stored, also by another process. */
  async load(manager: EntityManager): Promise<void> {
    const before = this.#moves;
    const [row] = await manager.query<{ offset_ms: string }[]>('select offset_ms from platform_clock');
    // What was read may be older than a move that came meanwhile.
    if (before === this.#moves) this.#offset = Number(row?.offset_ms ?? 0);
  }

  /** Stores where the clock will stand, inside the act. It moves only when `moved` is called after the commit. */
  async store(manager: EntityManager, to: Instant): Promise<{ moved: () => void }> {
    const offset = epoch(to) - Date.now();
    await manager.query(
      `insert into platform_clock (offset_ms) values ($1)
       on conflict (only_row) do update set offset_ms = excluded.offset_ms`,
      [offset],
    );
    return {
      moved: () => {
        this.#offset = offset;
        this.#moves++;
        const now = this.now();
        for (const listener of this.#listeners) listener(now);
      },
    };
  }

  /** Calls `listener` after each move: whatever follows from time alone may now be due. Returns how to stop. */
  onMoved(listener: MoveListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}
