import { type Who } from '../acts/who.js';
import { ClientAddresses } from '../http/client-addresses.js';
import { MemoryRateLimiter } from '../http/rate-limiter.js';
import { SocketDoor } from './socket-door.js';

const address = '198.51.100.1';
const from = (remoteAddress: string, cookie?: string) => ({ socket: { remoteAddress }, headers: { cookie } });

/** Whose cookie begins with `session-` is signed in. */
const sessions = {
  authenticate: (cookie: string | undefined): Promise<Who> =>
    Promise.resolve(
      cookie?.startsWith('session-') === true
        ? { kind: 'person', person: cookie, session: cookie }
        : { kind: 'visitor' },
    ),
};

function newDoor(): SocketDoor {
  // The clock stands still: no attempt comes back while a test runs.
  const door = new SocketDoor(new ClientAddresses(), new MemoryRateLimiter(() => 0));
  door.recognise(sessions);
  return door;
}

/** Lets so many in; returns how to close the last of their connections. */
async function opened(door: SocketDoor, count: number, cookie?: string): Promise<() => void> {
  let close: () => void = () => undefined;
  for (let socket = 0; socket < count; socket++) {
    const caller = from(address, cookie);
    expect(await door.admits(caller)).toBe(true);
    close = door.opened(caller);
  }
  return close;
}

describe('the door of sockets', () => {
  it('holds three hundred connections of visitors of one address open, and lets another in when one is closed', async () => {
    const door = newDoor();
    const close = await opened(door, 300);
    expect(await door.admits(from(address))).toBe(false);
    expect(await door.admits(from('198.51.100.2'))).toBe(true);
    close();
    expect(await door.admits(from(address))).toBe(true);
  });

  it('holds as many more as the operator says', async () => {
    const door = new SocketDoor(new ClientAddresses(), new MemoryRateLimiter(Date.now, 2), 2);
    await opened(door, 600);
    expect(await door.admits(from(address))).toBe(false);
  });

  it('lets in whoever is signed in, however many visitors or others are there from her address', async () => {
    const door = newDoor();
    await opened(door, 300);
    for (let person = 0; person < 10; person++) await opened(door, 150, `session-${person}`);
    expect(await door.admits(from(address))).toBe(false);
  });

  it('lets in whoever is signed in when visitors of her address have used up their attempts', async () => {
    const door = newDoor();
    for (let attempt = 0; attempt < 1200; attempt++) expect(await door.admits(from(address))).toBe(true);
    expect(await door.admits(from(address))).toBe(false);
    expect(await door.admits(from(address, 'session-anna'))).toBe(true);
  });

  it('does not count for a visitor what people of her address have open', async () => {
    const door = newDoor();
    await opened(door, 200, 'session-anna');
    await opened(door, 200, 'session-bruno');
    expect(await door.admits(from(address))).toBe(true);
  });

  it('holds two hundred connections of one session open, wherever they come from, until one is closed', async () => {
    const door = newDoor();
    const close = await opened(door, 200, 'session-anna');
    expect(await door.admits(from('198.51.100.2', 'session-anna'))).toBe(false);
    expect(await door.admits(from(address, 'session-bruno'))).toBe(true);
    close();
    expect(await door.admits(from(address, 'session-anna'))).toBe(true);
  });

  it.each(['forged', ''])('takes whoever comes with the cookie “%s” of no session for a visitor', async (cookie) => {
    const door = newDoor();
    await opened(door, 300, cookie);
    expect(await door.admits(from(address, cookie))).toBe(false);
  });

  it('takes everybody for a visitor while nobody can be known', async () => {
    const door = new SocketDoor(new ClientAddresses(), new MemoryRateLimiter());
    door.recognise({ authenticate: () => Promise.reject(new Error('the database is away')) });
    await opened(door, 300, 'session-anna');
    expect(await door.admits(from(address, 'session-anna'))).toBe(false);
  });

  it('lets everybody of a town hall back in at once after a restart', async () => {
    const door = newDoor();
    const [people, windows, sockets, attempts] = [40, 3, 2, 4];
    for (let attempt = 0; attempt < people * windows * sockets * attempts; attempt++) {
      expect(await door.admits(from(address))).toBe(true);
    }
  });
});
