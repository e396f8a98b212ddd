import type { Log } from '@tavolo/server-platform';

/** Remembers what was started, to end it in the opposite order. */
export class Undoing {
  private readonly steps: { what: string; undo: () => Promise<void> }[] = [];

  constructor(private readonly log: Log) {}

  later(what: string, undo: () => Promise<void>): void {
    this.steps.push({ what, undo });
  }

  /** Ends everything; what cannot be ended is logged and does not keep the rest from ending. */
  async undoAll(): Promise<void> {
    for (const { what, undo } of this.steps.splice(0).reverse()) {
      try {
        await undo();
      } catch (err) {
        this.log.error({ err, what }, 'could not be ended in order');
      }
    }
  }
}
