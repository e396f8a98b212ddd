import { epoch, plusMillis, type Instant } from '@tavolo/kernel';

const minute = 60_000;
const day = 24 * 60 * minute;

/** A session ends after this long without use. Long enough for a fortnight between two evenings at the table. */
export const idleLimit = 14 * day;
/** A session ends after this long in any case. */
export const absoluteLimit = 60 * day;
/** `lastSeenAt` is written at most this often. */
export const seenStep = minute;

export interface SessionTimes {
  readonly lastSeenAt: Instant;
  readonly expiresAt: Instant;
}

/** When a session opened at `now` ends in any case. */
export const expiryOf = (now: Instant): Instant => plusMillis(now, absoluteLimit);

/** Whether a session is alive at `now`. */
export const isAlive = ({ lastSeenAt, expiresAt }: SessionTimes, now: Instant): boolean =>
  now < expiresAt && epoch(now) - epoch(lastSeenAt) < idleLimit;

/** Whether `lastSeenAt` is old enough to be written again. */
export const isStale = ({ lastSeenAt }: SessionTimes, now: Instant): boolean =>
  epoch(now) - epoch(lastSeenAt) >= seenStep;
