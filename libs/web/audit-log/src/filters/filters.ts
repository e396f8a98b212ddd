import { actNames, keySchema, type ActName } from '@tavolo/contracts';

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
const key = (value: string): string | undefined => keySchema.safeParse(value).data;
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
