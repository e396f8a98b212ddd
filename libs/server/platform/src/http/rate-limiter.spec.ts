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

  it('lets an attempt be owed instead of refusing it, up to the capacity, until it is made up for', async () => {
    const limits = limiter();
    const owed = [];
    for (let attempt = 0; attempt < 8; attempt++) owed.push(await limits.owe('anna', rule));
    expect(owed).toEqual([0, 0, 0, 1, 2, 3, 3, 3]);
    await expect(limits.take('anna', rule)).rejects.toMatchObject({ retryAfterSeconds: 80 });
    now += 120_000;
    expect(await limits.owe('anna', rule)).toBe(0);
  });

  it('gives an address as many times more as the operator says, and accounts no more', async () => {
    const limits = new MemoryRateLimiter(() => now, 2);
    const ofAddress = { ...rule, ofAddress: true } as const;
    for (let attempt = 0; attempt < 6; attempt++) await limits.take('address', ofAddress);
    await expect(limits.take('address', ofAddress)).rejects.toMatchObject({ retryAfterSeconds: 10 });
    for (let attempt = 0; attempt < 3; attempt++) await limits.take('account', rule);
    await expect(limits.take('account', rule)).rejects.toThrow(TooManyRequests);
  });
});
