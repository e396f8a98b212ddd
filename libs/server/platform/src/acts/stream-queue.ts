/**
 * Lets the acts of this process queue for contended streams before they take a connection: a crowd at one ballot must not
 * use up the connections that everybody else reads with.
 */
export class StreamQueue {
  readonly #last = new Map<string, Promise<void>>();

  /** Waits for its turn at each of the streams, which must be sorted. Returns how to let the next one in. */
  async enter(streams: readonly string[]): Promise<() => void> {
    const leaving: (() => void)[] = [];
    for (const stream of streams) leaving.push(await this.#enterOne(stream));
    return () => {
      for (const leave of leaving) leave();
    };
  }

  async #enterOne(stream: string): Promise<() => void> {
    const before = this.#last.get(stream);
    let leave: () => void = () => undefined;
    const mine = new Promise<void>((resolve) => (leave = resolve));
    this.#last.set(stream, mine);
    await before;
    return () => {
      if (this.#last.get(stream) === mine) this.#last.delete(stream);
      leave();
    };
  }
}
