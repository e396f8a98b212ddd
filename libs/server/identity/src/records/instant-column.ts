import { instant, type Instant } from '@tavolo/kernel';

/** Keeps an `Instant` in a `timestamptz` column; the driver reads those as `Date`. */
export const asInstant = {
  to: (value: Instant | null): string | null => value,
  from: (value: Date | null): Instant | null => (value === null ? null : instant(value)),
};
