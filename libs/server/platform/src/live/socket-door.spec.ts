import { ClientAddresses } from '../http/client-addresses.js';
import { MemoryRateLimiter } from '../http/rate-limiter.js';
import { SocketDoor } from './socket-door.js';

const from = (remoteAddress: string) => ({ socket: { remoteAddress }, headers: {} });

/** An address at which so many connections are open already. */
async function opened(door: SocketDoor, count: number, address: string): Promise<() => void> {
  let close: () => void = () => undefined;
  for (let socket = 0; socket < count; socket++) {
    expect(await door.admits(from(address))).toBe(true);
    close = door.opened(from(address));
  }
  return close;
}

describe('the door of sockets', () => {
  it('holds a thousand connections of one address open, and lets another in when one is closed', async () => {
    const door = new SocketDoor(new ClientAddresses(), new MemoryRateLimiter());
    const close = await opened(door, 1000, '198.51.100.1');
    expect(await door.admits(from('198.51.100.1'))).toBe(false);
    expect(await door.admits(from('198.51.100.2'))).toBe(true);
    close();
    expect(await door.admits(from('198.51.100.1'))).toBe(true);
  });

  it('holds as many more as the operator says', async () => {
    const door = new SocketDoor(new ClientAddresses(), new MemoryRateLimiter(Date.now, 2), 2);
    await opened(door, 2000, '198.51.100.1');
    expect(await door.admits(from('198.51.100.1'))).toBe(false);
  });

  it('lets everybody of a town hall back in at once after a restart', async () => {
    const door = new SocketDoor(new ClientAddresses(), new MemoryRateLimiter());
    const [people, windows, sockets, attempts] = [40, 3, 2, 4];
    for (let attempt = 0; attempt < people * windows * sockets * attempts; attempt++) {
      expect(await door.admits(from('198.51.100.1'))).toBe(true);
    }
  });
});
