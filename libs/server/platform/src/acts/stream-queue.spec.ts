import { StreamQueue } from './stream-queue.js';

describe('the queue for streams', () => {
  it('lets one in at a time, in the order of their coming, and does not hold up other streams', async () => {
    const queue = new StreamQueue();
    const inside: string[] = [];
    const first = await queue.enter(['a', 'b']);
    const visits = ['second', 'third'].map(async (name) => {
      const leave = await queue.enter(['b']);
      inside.push(name);
      leave();
    });
    (await queue.enter(['c']))();
    expect(inside).toEqual([]);
    first();
    await Promise.all(visits);
    expect(inside).toEqual(['second', 'third']);
  });

  it('forgives leaving twice', async () => {
    const queue = new StreamQueue();
    const leave = await queue.enter(['a']);
    leave();
    const next = await queue.enter(['a']);
    leave();
    let third = false;
    const waiting = queue.enter(['a']).then((leaveAgain) => {
      third = true;
      leaveAgain();
    });
    await Promise.resolve();
    expect(third).toBe(false);
    next();
    await waiting;
  });
});
