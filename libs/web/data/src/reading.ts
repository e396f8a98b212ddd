import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { call, type AnswerOf, type AnyRoute, type CallInput } from './call.js';
import { isPassing } from './problem.js';

type ReadInput<R extends AnyRoute> = Pick<CallInput<R>, 'params' | 'query'>;

/** The key under which an answer is kept: method and path of the route, then what it was called with. */
export const keyOf = <R extends AnyRoute>(route: R, input: ReadInput<R> = {}): readonly unknown[] => [
  route.path,
  input.params ?? {},
  input.query ?? {},
];

interface ReadOptions {
  readonly enabled?: boolean;
}

/** Reads a route and keeps its answer; facts about its table make it read again. */
export function useRead<R extends AnyRoute>(
  route: R,
  input: ReadInput<R> = {},
  { enabled = true }: ReadOptions = {},
): UseQueryResult<AnswerOf<R>> {
  return useQuery<AnswerOf<R>>({
    queryKey: keyOf(route, input),
    queryFn: ({ signal }) => call(route, { ...input, signal }),
    enabled,
    retry: (failures, error) => failures < 4 && isPassing(error),
    retryDelay: (failures) => Math.min(500 * 2 ** failures, 8_000),
  });
}
