import { TooManyRequests } from '../acts/problems.js';

/** A bucket that holds `capacity` attempts and fills again evenly, all of it within `refillSeconds`. */
export interface RateRule {
  readonly capacity: number;
  readonly refillSeconds: number;
}

/** Limits attempts by account, address or anything else that names a bucket. With several processes, share the buckets behind this port. */
export abstract class RateLimiter {
  /** Takes one attempt out of the bucket. Throws `TooManyRequests` when it is empty. */
  abstract take(bucket: string, rule: RateRule): Promise<void>;
  /** Fills a bucket again, for instance after a successful login. */
  abstract forgive(bucket: string): Promise<void>;
}

interface Bucket {
  tokens: number;
  at: number;
  readonly fullAfter: number;
}

/** Buckets in memory; `now` gives milliseconds. Buckets that are full again are forgotten, so memory is bounded by recent attempts. */
export class MemoryRateLimiter extends RateLimiter {
  readonly #buckets = new Map<string, Bucket>();
  #sweptAt = 0;

  constructor(private readonly now: () => number = Date.now) {
    super();
  }

  override take(bucket: string, { capacity, refillSeconds }: RateRule): Promise<void> {
    const now = this.now();
    this.#sweep(now);
    const perMilli = capacity / (refillSeconds * 1000);
    const known = this.#buckets.get(bucket) ?? { tokens: capacity, at: now };
    const tokens = Math.min(capacity, known.tokens + (now - known.at) * perMilli);
    if (tokens < 1) return Promise.reject(new TooManyRequests(Math.ceil((1 - tokens) / perMilli / 1000)));
    const left = tokens - 1;
    this.#buckets.set(bucket, { tokens: left, at: now, fullAfter: now + (capacity - left) / perMilli });
    return Promise.resolve();
  }

  override forgive(bucket: string): Promise<void> {
    this.#buckets.delete(bucket);
    return Promise.resolve();
  }

  #sweep(now: number): void {
    if (now - this.#sweptAt < 60_000) return;
    this.#sweptAt = now;
    for (const [name, { fullAfter }] of this.#buckets) if (fullAfter <= now) this.#buckets.delete(name);
  }
}
