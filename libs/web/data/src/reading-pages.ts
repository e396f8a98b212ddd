import { useInfiniteQuery, type InfiniteData, type UseInfiniteQueryResult } from '@tanstack/react-query';
import { call, type AnswerOf, type AnyRoute, type CallInput } from './call.js';
import { isPassing } from './problem.js';
import { keyOf } from './reading.js';

/** Reads a list page by page: each answer names in `next` where the next, older page begins. */
export function useReadPages<R extends AnyRoute>(
  route: R,
  input: Pick<CallInput<R>, 'params' | 'query'> = {},
): UseInfiniteQueryResult<InfiniteData<AnswerOf<R>, string | null>> {
  return useInfiniteQuery({
    queryKey: [...keyOf(route, input), 'pages'],
    queryFn: ({ pageParam, signal }) =>
      call(route, { ...input, query: { ...input.query, before: pageParam ?? undefined }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page: AnswerOf<R>) => nextOf(page),
    retry: (failures, error) => failures < 4 && isPassing(error),
  });
}

const nextOf = (page: unknown): string | null =>
  typeof page === 'object' && page !== null && 'next' in page && typeof page.next === 'string' ? page.next : null;
