import { instant, type Instant } from '@tavolo/kernel';

/** Moments are `timestamptz` with milliseconds in the database and `Instant` in the code. */
export const instantColumn = {
  type: 'timestamp with time zone',
  precision: 3,
  transformer: {
    to: (value: Instant | null | undefined) => value,
    from: (value: Date | null) => (value === null ? null : instant(value)),
  },
} as const;
