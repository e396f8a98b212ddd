import { LiveSessions } from './live-sessions.js';

describe('the sockets of sessions', () => {
  it('close with their session, and no others', () => {
    const sessions = new LiveSessions();
    const closed: string[] = [];
    sessions.track('anna', () => closed.push('anna, first'));
    sessions.track('anna', () => closed.push('anna, second'))();
    sessions.track('bruno', () => closed.push('bruno'));
    sessions.revoke('anna');
    expect(closed).toEqual(['anna, first']);
  });

  it('close at once when the session has ended while they were opening', () => {
    let now = 0;
    const sessions = new LiveSessions(() => now);
    const closed: string[] = [];
    sessions.end(['anna', 'bruno']);
    sessions.track('anna', () => closed.push('anna'));
    expect(closed).toEqual(['anna']);
    now += 6 * 60_000;
    sessions.revoke('carla');
    sessions.track('anna', () => closed.push('anna, long after'));
    expect(closed).toEqual(['anna']);
  });

  it('are so many at most: the oldest makes room', () => {
    const sessions = new LiveSessions();
    const closed: number[] = [];
    for (let socket = 0; socket < 102; socket++) sessions.track('anna', () => closed.push(socket));
    sessions.track('bruno', () => closed.push(-1));
    expect(closed).toEqual([0, 1]);
  });
});
