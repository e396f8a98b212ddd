import { type Socket } from 'socket.io-client';

/** Where a browser tells that the device lost its network; `window` there, absent elsewhere. */
export type NetworkEvents = Pick<EventTarget, 'addEventListener' | 'removeEventListener'>;

/** Longest pause between attempts after the device lost its network, in milliseconds: such attempts cost nothing. */
const longestOffline = 1000;

/**
 * Brings a connection back in the two cases that socket.io leaves to us, and not all clients at once: after the server closed it or refused
 * the session, and when the device loses its network, of which socket.io hears at once only where the server is another machine.
 * @param longestMs longest pause between attempts
 */
export function keepConnected(
  connection: Pick<Socket, 'active' | 'connect' | 'disconnect' | 'close' | 'on' | 'io'>,
  longestMs: number,
  network: NetworkEvents | undefined = browser(),
): void {
  let pause: ReturnType<typeof setTimeout> | undefined;
  const comeBack = (): void => {
    if (connection.active) return;
    clearTimeout(pause);
    pause = setTimeout(() => connection.connect(), longestMs * (0.1 + Math.random()));
  };
  // Whether it really is gone is found out by trying: the server may be on this very device.
  const lost = (): void => {
    connection.io.reconnectionDelayMax(Math.min(longestMs, longestOffline));
    connection.io.engine.close();
  };
  connection.on('connect', () => {
    connection.io.reconnectionDelayMax(longestMs);
    network?.addEventListener('offline', lost);
  });
  connection.on('disconnect', (reason) => {
    network?.removeEventListener('offline', lost);
    if (reason === 'io server disconnect') comeBack();
  });
  connection.on('connect_error', comeBack);
  const disconnect = connection.disconnect.bind(connection);
  // Who disconnects on purpose does not want to come back.
  connection.disconnect = connection.close = () => {
    clearTimeout(pause);
    return disconnect();
  };
}

const browser = (): NetworkEvents | undefined =>
  'addEventListener' in globalThis ? (globalThis as unknown as NetworkEvents) : undefined;
