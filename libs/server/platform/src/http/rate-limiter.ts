import { TooManyRequests } from '../acts/problems.js';

/** A bucket that holds `capacity` attempts and fills again evenly, all of it within `refillSeconds`. */
export interface RateRule {
  readonly capacity: number;
  readonly refillSeconds: number;
  /** Counts a network address, behind which there may be a whole town hall: the operator may allow it more (`ADDRESS_LIMIT_FACTOR`). */
  readonly ofAddress?: true;
}

/** Limits attempts by account, address or anything else that names a bucket. With several processes, share the buckets behind this port. */
export abstract class RateLimiter {
  /** Takes one attempt out of the bucket. Throws `TooManyRequests` when it is empty. */
  abstract take(bucket: string, rule: RateRule): Promise<void>;
  /** Takes one attempt out of the bucket in any case, and tells how many are owed: 0 while there was one; at most the capacity. */
  abstract owe(bucket: string, rule: RateRule): Promise<number>;
  /** Fills a bucket again, for instance after a successful login. */
  abstract forgive(bucket: string): Promise<void>;
}

interface Bucket {
  /** Below 0 when attempts are owed. */
  tokens: number;
  at: number;
  readonly fullAfter: number;
}

/** Buckets in memory; `now` gives milliseconds. Buckets that are full again are forgotten, so memory is bounded by recent attempts. */
export class MemoryRateLimiter extends RateLimiter {
  readonly #buckets = new Map<string, Bucket>();
  #sweptAt = 0;

  constructor(
    private readonly now: () => number = Date.now,
    /** How many times the usual number of attempts an address has. */
    private readonly addressFactor = 1,
  ) {
    super();
  }

  override take(bucket: string, rule: RateRule): Promise<void> {
    const { tokens, perMilli } = this.#look(bucket, rule);
    if (tokens < 1) return Promise.reject(new TooManyRequests(Math.ceil((1 - tokens) / perMilli / 1000)));
    this.#keep(bucket, rule, tokens - 1);
    return Promise.resolve();
  }

  override owe(bucket: string, rule: RateRule): Promise<number> {
    const left = Math.max(this.#look(bucket, rule).tokens - 1, -this.#capacity(rule));
    this.#keep(bucket, rule, left);
    return Promise.resolve(Math.ceil(Math.max(0, -left)));
  }

  override forgive(bucket: string): Promise<void> {
    this.#buckets.delete(bucket);
    return Promise.resolve();
  }

  #look(bucket: string, rule: RateRule): { tokens: number; perMilli: number } {
    const now = this.now();
    this.#sweep(now);
    const capacity = this.#capacity(rule);
    const perMilli = capacity / (rule.refillSeconds * 1000);
    const known = this.#buckets.get(bucket) ?? { tokens: capacity, at: now };
    return { tokens: Math.min(capacity, known.tokens + (now - known.at) * perMilli), perMilli };
  }

  #keep(bucket: string, rule: RateRule, tokens: number): void {
    const now = this.now();
    const capacity = this.#capacity(rule);
    const fullAfter = now + ((capacity - tokens) / capacity) * rule.refillSeconds * 1000;
    this.#buckets.set(bucket, { tokens, at: now, fullAfter });
  }

  #capacity({ capacity, ofAddress }: RateRule): number {
    return ofAddress === true ? capacity * this.addressFactor : capacity;
  }

  #sweep(now: number): void {
    if (now - this.#sweptAt < 60_000) return;
    this.#sweptAt = now;
    for (const [name, { fullAfter }] of this.#buckets) if (fullAfter <= now) this.#buckets.delete(name);
  }
}
