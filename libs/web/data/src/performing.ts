import { identityRoutes } from '@tavolo/contracts';
import { useQueryClient } from '@tanstack/react-query';
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
  /** The route whose answer this act's answer replaces on the page at once. */
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
        const answer = await withRetries(route, { ...input, idempotencyKey: freshKey() });
        if (shows) cache.setQueryData(keyOf(shows.route, { params: shows.params }), answer);
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
