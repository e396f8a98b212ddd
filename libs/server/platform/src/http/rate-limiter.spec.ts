import { TooManyRequests } from '../acts/problems.js';
import { MemoryRateLimiter } from './rate-limiter.js';

describe('the rate limiter', () => {
  const rule = { capacity: 3, refillSeconds: 60 };
  let now = 0;
  const limiter = () => new MemoryRateLimiter(() => now);

  it('allows a burst, then one attempt as each is refilled, and says when', async () => {
    const limits = limiter();
    for (let attempt = 0; attempt < 3; attempt++) await limits.take('anna', rule);
    await expect(limits.take('anna', rule)).rejects.toMatchObject({ retryAfterSeconds: 20 });
    now += 20_000;
    await limits.take('anna', rule);
    await expect(limits.take('anna', rule)).rejects.toThrow(TooManyRequests);
  });

  it('counts each bucket by itself, and forgives', async () => {
    const limits = limiter();
    for (const bucket of ['a', 'a', 'a', 'b']) await limits.take(bucket, rule);
    await limits.forgive('a');
    await limits.take('a', rule);
  });

  it('never holds more than its capacity, however long nobody came', async () => {
    const limits = limiter();
    await limits.take('anna', rule);
    now += 3_600_000;
    for (let attempt = 0; attempt < 3; attempt++) await limits.take('anna', rule);
    await expect(limits.take('anna', rule)).rejects.toThrow(TooManyRequests);
  });
});
