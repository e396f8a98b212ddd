import { epoch, type Instant } from '@tavolo/kernel';

/**
 * How long one act may take, in milliseconds, from reading what it is decided on to being recorded. Of two acts within that time either may
 * stand first in the log, though one was decided on what the other changes.
 */
export const longestAct = 30_000;

/** Something that the log tells, for as long as it was so. */
interface Moment<Value> {
  readonly value: Value;
  readonly from: Instant | null;
  /** Whether the clock alone brought it about: whoever decides on what was before brings the same about. */
  readonly byClock: boolean;
}

/**
 * Something that acts are decided on and that other acts change, as the log tells it: as it is, and as it was. An act is decided on what its
 * transaction saw; what another act changed at the same moment may not have been among that, and yet stand before it in the log.
 */
export class Moments<Value> {
  readonly #moments: Moment<Value>[];

  constructor(private value: Value) {
    this.#moments = [{ value, from: null, byClock: false }];
  }

  get latest(): Value {
    return this.value;
  }

  change(value: Value, from: Instant, byClock = false): void {
    if (value === this.value) return;
    this.value = value;
    this.#moments.push({ value, from, byClock });
  }

  /** What an act of that moment may have been decided on: as it was then, and before or after what changed meanwhile; the latest first. */
  around(at: Instant): readonly Value[] {
    const seen: Value[] = [];
    for (const { value, from, byClock } of this.#moments.toReversed()) {
      const apart = from === null ? Infinity : epoch(at) - epoch(from);
      if (apart >= -longestAct) seen.push(value);
      if (apart > longestAct && !byClock) break;
    }
    return seen;
  }

  /** All that it was, the latest first. */
  get all(): readonly Value[] {
    return this.#moments.toReversed().map(({ value }) => value);
  }
}
