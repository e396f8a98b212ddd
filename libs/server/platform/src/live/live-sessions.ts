/** The open sockets of each session, in every namespace: a session that ends takes them along at once (ASVS 7.4.1). */
export class LiveSessions {
  readonly #open = new Map<string, Set<() => void>>();

  /** Remembers how to close a socket of a session. Returns how to forget it again, for when the socket closes by itself. */
  track(session: string, close: () => void): () => void {
    const sockets = this.#open.get(session) ?? new Set();
    this.#open.set(session, sockets.add(close));
    return () => {
      sockets.delete(close);
      if (sockets.size === 0 && this.#open.get(session) === sockets) this.#open.delete(session);
    };
  }

  /** The session has ended: closes all its sockets. */
  revoke(session: string): void {
    const sockets = this.#open.get(session);
    this.#open.delete(session);
    for (const close of sockets ?? []) close();
  }
  /** These sessions have ended, together. */
  end(sessions: readonly string[]): void {
    for (const session of sessions) this.revoke(session);
  }
}
