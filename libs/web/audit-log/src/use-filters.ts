import { useCallback } from 'react';
import { useSearchParams } from 'react-router';

const names = ['act', 'subject', 'from', 'to'] as const;
/** What of the log is shown; absent parts ask for everything. They stand in the address, so that a view can be shared. */
export type LogFilters = Readonly<Partial<Record<(typeof names)[number], string>>>;

/** The filters in the page's address, and how to change them. */
export function useFilters(): { readonly filters: LogFilters; readonly setFilters: (filters: LogFilters) => void } {
  const [search, setSearch] = useSearchParams();
  const filters = Object.fromEntries(
    names.flatMap((name) => {
      const value = search.get(name);
      return value === null || value === '' ? [] : [[name, value]];
    }),
  );
  const setFilters = useCallback(
    (next: LogFilters) => setSearch(Object.fromEntries(Object.entries(next).filter(([, value]) => value !== ''))),
    [setSearch],
  );
  return { filters, setFilters };
}
