import { jest } from '@jest/globals';

type Listener = (...values: unknown[]) => void;

const listeners = new Map<string, Listener>();
const hear = (event: string, ...values: unknown[]): void => listeners.get(event)?.(...values);
/** As the library does it: whoever disconnects hears of it at once. */
const socket = {
  active: true,
  connected: true,
  on: (event: string, listener: Listener) => listeners.set(event, listener),
  connect: jest.fn(() => socket),
  disconnect: jest.fn(() => {
    hear('disconnect', 'io client disconnect');
    return socket;
  }),
};
jest.unstable_mockModule('socket.io-client', () => ({ io: () => socket }));
const { currentConnection, onConnection, onSessionEnd, reconnect } = await import('./live-socket.js');

describe('the connection', () => {
  const states: string[] = [];
  const end = onConnection(() => states.push(currentConnection().state));
  beforeEach(() => {
    hear('connect');
    states.length = 0;
  });
  afterAll(() => {
    end();
  });

  it('is lost when it breaks, and comes back', () => {
    hear('disconnect', 'transport close');
    hear('connect');
    expect(states).toEqual(['lost', 'connected']);
  });

  it('is tried again after a while when the server turned it away', () => {
    jest.useFakeTimers();
    socket.active = false;
    socket.connect.mockClear();
    hear('connect_error', new Error('rate_limited'));
    expect([states, socket.connect.mock.calls.length]).toEqual([['lost'], 0]);
    jest.runOnlyPendingTimers();
    expect(socket.connect).toHaveBeenCalledTimes(1);
    socket.active = true;
    jest.useRealTimers();
  });

  it('is not lost when the page begins again as somebody else', () => {
    reconnect();
    hear('connect');
    expect(states).toEqual(['connecting', 'connected']);
    expect(socket.connect).toHaveBeenCalled();
  });

  it('tells that the session has ended only when the whole session has', () => {
    const ended = jest.fn();
    const forget = onSessionEnd(ended);
    hear('dismissed', { table: 'T-1' });
    expect(ended).not.toHaveBeenCalled();
    hear('dismissed', { table: '*' });
    expect(ended).toHaveBeenCalledTimes(1);
    forget();
  });
});
