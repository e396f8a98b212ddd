/** Gives committed entries their index and gets the heads signed. One leader for all processes of a database. */
export abstract class Sequencer {
  /** Entries have been committed; do not wait for the next tick. */
  abstract wake(): void;
  /**
   * Resolves when all these entries stand under a signed head.
   * Throws `SealTimeout` after the maximum merge delay: the entries are committed all the same, and will be sealed.
   */
  abstract sealed(entryIds: readonly string[]): Promise<void>;
}

export class SealTimeout extends Error {
  constructor(readonly millis: number) {
    super(`the entries were not sealed within ${millis} ms`);
    this.name = 'SealTimeout';
  }
}
