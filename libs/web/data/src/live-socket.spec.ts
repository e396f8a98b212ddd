import { jest } from '@jest/globals';

type Listener = (...values: unknown[]) => void;

const listeners = new Map<string, Listener[]>();
const hear = (event: string, ...values: unknown[]): void => {
  socket.connected = event === 'connect' || (socket.connected && event !== 'disconnect');
  for (const listener of listeners.get(event) ?? []) listener(...values);
};
const close = jest.fn(() => hear('disconnect', 'forced close'));
const pauses: number[] = [];
/** As the library does it: whoever disconnects hears of it at once. */
const socket = {
  active: true,
  connected: true,
  io: { engine: { close }, reconnectionDelayMax: (pause: number) => pauses.push(pause) },
  on: (event: string, listener: Listener) => listeners.set(event, [...(listeners.get(event) ?? []), listener]),
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

  it('comes back after a while when the server ended it, and not when this page did', () => {
    jest.useFakeTimers();
    socket.connect.mockClear();
    socket.active = false;
    hear('disconnect', 'io server disconnect');
    expect([states, socket.connect.mock.calls.length]).toEqual([['lost'], 0]);
    jest.runOnlyPendingTimers();
    hear('connect');
    hear('disconnect', 'io client disconnect');
    jest.runOnlyPendingTimers();
    expect(socket.connect).toHaveBeenCalledTimes(1);
    socket.active = true;
    jest.useRealTimers();
  });

  it('is lost in the moment in which the device loses its network, and tried again often until it is back', () => {
    close.mockClear();
    window.dispatchEvent(new Event('offline'));
    expect([states, close.mock.calls.length, pauses.at(-1)]).toEqual([['lost'], 1, 1_000]);
    window.dispatchEvent(new Event('offline'));
    expect(close).toHaveBeenCalledTimes(1);
    hear('connect');
    expect([states, pauses.at(-1)]).toEqual([['lost', 'connected'], 5_000]);
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
