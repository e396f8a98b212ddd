import { MemoryRateLimiter, TooManyRequests } from '@tavolo/server-platform';
import { Limits, Patience, waitAfter } from './limits.js';

const townHall = '198.51.100.40';

describe('the limits on ways in', () => {
  const limits = () => new Limits(new MemoryRateLimiter(), new Patience());

  it('leave room for forty people of a town hall who sign in on one evening, each mistyping a few times', async () => {
    const evening = limits();
    for (let person = 0; person < 40; person++) {
      await evening.spend('linkFromAddress', townHall);
      await evening.spend('linkFromAddress', townHall);
      await evening.spend('resetFromAddress', townHall);
      for (let attempt = 0; attempt < 5; attempt++) {
        await evening.spend('signInFromAddress', townHall);
        await evening.spend('signInToAccountFromAddress', townHall, `person${person}@example.org`);
      }
    }
  });

  it('do not let one address go on for ever, account by account', async () => {
    const attack = limits();
    for (let account = 0; account < 300; account++) await attack.spend('signInFromAddress', townHall);
    await expect(attack.spend('signInFromAddress', townHall)).rejects.toThrow(TooManyRequests);
    expect(await attack.allows('signInFromAddress', '198.51.100.41')).toBe(true);
  });

  it('count account and address together, without mixing them up', async () => {
    const mixed = limits();
    for (let attempt = 0; attempt < 4; attempt++) await mixed.spend('resetOfAccountFromAddress', 'ab', 'c');
    expect(await mixed.allows('resetOfAccountFromAddress', 'ab', 'c')).toBe(false);
    expect(await mixed.allows('resetOfAccountFromAddress', 'a', 'bc')).toBe(true);
  });

  it('make an attempt wait a quarter of a second at first, then twice as long each time, up to eight', () => {
    expect([0, 1, 2, 5, 6, 30].map(waitAfter)).toEqual([0, 250, 500, 4000, 8000, 8000]);
  });
});
