import { actNames, type ActName } from '@tavolo/contracts';

/** What of a log is shown; absent parts ask for everything. */
export interface LogFilters {
  readonly act?: ActName;
  /** Key of a proposal, a ballot or another thing the entry is about. */
  readonly subject?: string;
  /** Pseudonym of who acted. */
  readonly actor?: string;
  /** Local dates `YYYY-MM-DD`, both included. */
  readonly from?: string;
  readonly to?: string;
}

const isAct = (value: string): value is ActName => (actNames as readonly string[]).includes(value);
/** What the server takes for a key; its schemas are not part of the client. */
const key = (value: string): string | undefined => (/^[A-Za-z0-9_-]{1,64}$/.test(value) ? value : undefined);
const day = (value: string): string | undefined =>
  /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(`${value}T00:00:00Z`)) ? value : undefined;

/** The filters in an address; what makes no sense there is left out, so that a mistyped address still shows a log. */
export function filtersIn(search: URLSearchParams): LogFilters {
  const read = (name: string): string => search.get(name)?.trim() ?? '';
  const act = read('act');
  const found = {
    act: isAct(act) ? act : undefined,
    subject: key(read('subject')),
    actor: key(read('actor')),
    from: day(read('from')),
    to: day(read('to')),
  };
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined));
}

/** The same filters as the query of an address. */
export const searchOf = (filters: Readonly<Partial<Record<keyof LogFilters, string>>>): URLSearchParams =>
  new URLSearchParams(Object.entries(filters).filter(([, value]) => value !== ''));
