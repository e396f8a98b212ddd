import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { filtersIn, searchOf, type LogFilters } from './filters.js';

interface Filtering {
  readonly filters: LogFilters;
  readonly filter: (next: Readonly<Partial<Record<keyof LogFilters, string>>>) => void;
}

/** The filters stand in the page's address: a view can be shared, and the way back works. */
export function useFilters(): Filtering {
  const [search, setSearch] = useSearchParams();
  const filters = useMemo(() => filtersIn(search), [search]);
  const filter = useCallback<Filtering['filter']>((next) => setSearch(searchOf(next)), [setSearch]);
  return { filters, filter };
}
