/** One session has at most so many open sockets, far more than there are windows: when another opens, the oldest is closed. */
const mostSockets = 100;

/** So long it is remembered that a session has ended: whoever was let in by it a moment before is closed as soon as she is tracked. */
const rememberedMillis = 5 * 60_000;

/** The open sockets of each session, in every namespace: a session that ends takes them along at once (ASVS 7.4.1). */
export class LiveSessions {
  readonly #open = new Map<string, Set<() => void>>();
  readonly #ended = new Map<string, number>();

  /** `now` gives milliseconds. */
  constructor(private readonly now: () => number = Date.now) {}

  /** Remembers how to close a socket of a session. Returns how to forget it again, for when the socket closes by itself. */
  track(session: string, close: () => void): () => void {
    if (this.#ended.has(session)) {
      close();
      return () => undefined;
    }
    const sockets = this.#open.get(session) ?? new Set();
    this.#open.set(session, sockets.add(close));
    const [oldest] = sockets;
    if (sockets.size > mostSockets && oldest) {
      sockets.delete(oldest);
      oldest();
    }
    return () => {
      sockets.delete(close);
      if (sockets.size === 0 && this.#open.get(session) === sockets) this.#open.delete(session);
    };
  }

  /** The session has ended: closes all its sockets. */
  revoke(session: string): void {
    this.#forgetEnded();
    this.#ended.set(session, this.now());
    const sockets = this.#open.get(session);
    this.#open.delete(session);
    for (const close of sockets ?? []) close();
  }

  /** These sessions have ended, together. */
  end(sessions: readonly string[]): void {
    for (const session of sessions) this.revoke(session);
  }

  #forgetEnded(): void {
    const before = this.now() - rememberedMillis;
    for (const [session, at] of this.#ended) {
      if (at > before) break;
      this.#ended.delete(session);
    }
  }
}
