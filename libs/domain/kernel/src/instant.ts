import { type Brand } from './brand.js';

/** A moment, UTC with milliseconds: `YYYY-MM-DDTHH:MM:SS.sssZ`. Of equal width, so instants compare as strings. */
export type Instant = Brand<string, 'Instant'>;

const shape = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;

/** The instant of a date or of any ISO text with an offset. Throws `RangeError` when it is no moment. */
export function instant(value: Date | string | number): Instant {
  const date = new Date(value);
  if (Number.isNaN(date.getTime())) throw new RangeError(`not a moment: ${String(value)}`);
  return date.toISOString() as Instant;
}

/** True when `value` is written exactly as an `Instant` is, and the moment exists: on 30 February there is none. */
export function isInstant(value: string): value is Instant {
  if (!shape.test(value)) return false;
  const date = new Date(value);
  return !Number.isNaN(date.getTime()) && date.toISOString() === value;
}

/** Milliseconds since 1970. */
export const epoch = (value: Instant): number => Date.parse(value);

/** `value` moved by whole milliseconds, forwards or backwards. */
export const plusMillis = (value: Instant, millis: number): Instant => instant(epoch(value) + millis);
