import { createLog } from '@tavolo/server-platform';
import { Undoing } from './undoing.js';

describe('ending what was started', () => {
  it('goes the opposite way, also past what fails, and only once', async () => {
    const ended: string[] = [];
    const undoing = new Undoing(createLog('silent'));
    for (const what of ['database', 'application', 'timer']) {
      undoing.later(what, () => {
        ended.push(what);
        return what === 'application' ? Promise.reject(new Error('it hangs')) : Promise.resolve();
      });
    }
    await undoing.undoAll();
    await undoing.undoAll();
    expect(ended).toEqual(['timer', 'application', 'database']);
  });
});
