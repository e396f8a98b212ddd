const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Package managers pass the terminal's Ctrl-C on, so it may arrive twice at once; that is one wish, not two. */
const sameWishMs = 1_000;

/** How often we look whether the shell of the package manager is still there. */
const orphanCheckMs = 250;

/**
 * Turns Ctrl-C, SIGTERM and a closed terminal into an abort signal, so that everything can be ended in order. Whoever
 * asks again more than a second later does not want to wait: then the process exits.
 */
export function stopSignals(): AbortSignal {
  const controller = new AbortController();
  let askedAt = 0;
  for (const signal of signals) {
    process.on(signal, () => {
      const now = performance.now();
      if (!controller.signal.aborted) {
        askedAt = now;
        controller.abort();
      } else if (now - askedAt > sameWishMs) {
        process.exit(1);
      }
    });
  }
  if (process.env.npm_lifecycle_event !== undefined) {
    // npm passes SIGTERM to the shell between it and us, and some shells die without passing it on.
    const parent = process.ppid;
    const watch = setInterval(() => {
      if (process.ppid !== parent) controller.abort();
    }, orphanCheckMs);
    watch.unref();
  }
  // A closed terminal or pipe must not end the process before the database is stopped.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
  return controller.signal;
}
