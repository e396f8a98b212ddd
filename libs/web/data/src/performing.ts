import { identityRoutes } from '@tavolo/contracts';
import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useCallback, useRef, useState } from 'react';
import { call, freshKey, type AnswerOf, type AnyRoute, type CallInput } from './call.js';
import { isPassing, isSessionOver } from './problem.js';
import { keyOf } from './reading.js';

export interface Performance<R extends AnyRoute> {
  /** Does it; `false` when it was refused, and then `error` says why. */
  readonly perform: (input: Pick<CallInput<R>, 'params' | 'body'>) => Promise<boolean>;
  readonly busy: boolean;
  /** What was thrown by the last try; `null` when there is nothing. */
  readonly error: unknown;
  readonly reset: () => void;
}

interface PerformOptions<R extends AnyRoute> {
  /** The route whose answer this act's answer replaces on the page at once, unless something newer was read while the act ran. */
  readonly shows?: { readonly route: AnyRoute; readonly params: Readonly<Record<string, string>> };
  readonly onDone?: (answer: AnswerOf<R>) => void;
}

const waits = [300, 1_000, 3_000];

/** Performs an act. A lost answer is asked for again under the same key, so that nothing is done twice; a second click while it runs does nothing. */
export function usePerform<R extends AnyRoute>(route: R, { shows, onDone }: PerformOptions<R> = {}): Performance<R> {
  const cache = useQueryClient();
  const running = useRef(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const perform = useCallback(
    async (input: Pick<CallInput<R>, 'params' | 'body'>): Promise<boolean> => {
      if (running.current) return false;
      running.current = true;
      setBusy(true);
      setError(null);
      try {
        const show = shows && shownOnce(cache, keyOf(shows.route, { params: shows.params }));
        const answer = await withRetries(route, { ...input, idempotencyKey: freshKey() });
        show?.(answer);
        onDone?.(answer);
        return true;
      } catch (problem) {
        setError(problem);
        if (isSessionOver(problem)) void cache.invalidateQueries({ queryKey: keyOf(identityRoutes.session) });
        return false;
      } finally {
        running.current = false;
        setBusy(false);
      }
    },
    [cache, route, shows, onDone],
  );
  return { perform, busy, error, reset: useCallback(() => setError(null), []) };
}

/**
 * Shows the answer to an act that begins now under `key`. The page may have been read again in the meantime, because somebody else did
 * something, or be about to be: which of the two is newer nobody can tell, so then it is read once more, and an older answer never stays.
 */
function shownOnce(cache: QueryClient, key: readonly unknown[]): (answer: unknown) => void {
  const readings = (): number => cache.getQueryState(key)?.dataUpdateCount ?? 0;
  const before = readings();
  return (answer) => {
    const readMeanwhile = readings() !== before;
    const reading = cache.isFetching({ queryKey: key, exact: true }) > 0;
    if (!readMeanwhile) cache.setQueryData(key, answer);
    if (readMeanwhile || reading) void cache.invalidateQueries({ queryKey: key, exact: true });
  };
}

async function withRetries<R extends AnyRoute>(route: R, input: CallInput<R>): Promise<AnswerOf<R>> {
  for (const wait of waits) {
    try {
      return await call(route, input);
    } catch (error) {
      if (!isPassing(error)) throw error;
      await new Promise((resolve) => setTimeout(resolve, wait));
    }
  }
  return call(route, input);
}
