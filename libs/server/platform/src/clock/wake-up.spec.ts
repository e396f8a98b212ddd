import { WakeUp } from './wake-up.js';

describe('a wait that can be cut short', () => {
  it('ends when it is called, and remembers a call that came before', async () => {
    const wakeUp = new WakeUp();
    const waiting = wakeUp.wait(60_000);
    wakeUp.call();
    await waiting;
    wakeUp.call();
    await wakeUp.wait(60_000);
  });

  it('ends by itself', async () => {
    await new WakeUp().wait(1);
  });
});
