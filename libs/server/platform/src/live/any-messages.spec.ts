import { jest } from '@jest/globals';
import { Logger } from '@nestjs/common';
import fc from 'fast-check';
import { type Socket } from 'socket.io-client';
import { testDatabase, type TestDatabase } from '../database/test-database.js';
import { RateLimiter } from '../http/rate-limiter.js';
import { LiveClients } from '../testing/live-clients.js';
import { platformApp, type PlatformApp } from '../testing/platform-app.js';
import { SocketDoor } from './socket-door.js';

// Hundreds of messages, on machines that are busy.
jest.setTimeout(60_000);

/** A connection for events that no type allows. */
interface Untyped {
  emit(event: string, ...args: unknown[]): void;
}

const keys = fc.oneof(
  fc.constantFrom(
    'toString',
    'toJSON',
    'constructor',
    'length',
    'then',
    '__proto__',
    'table',
    'room',
    'since',
    'epoch',
  ),
  fc.string({ maxLength: 8 }),
);
const anyValue = fc.anything({
  key: keys,
  maxDepth: 3,
  maxKeys: 4,
  values: [
    fc.constantFrom<unknown>(null, undefined, true, '', 'T-FAM', 'bench:third', 'x'.repeat(500), Number.NaN, Infinity),
    fc.double(),
    fc.string({ maxLength: 20 }),
    fc.uint8Array({ maxLength: 20 }).map((bytes) => bytes.slice().buffer),
  ],
});

describe('whatever a socket of /live says', () => {
  let database: TestDatabase;
  let platform: PlatformApp;
  const clients = new LiveClients(() => platform.url);

  beforeAll(async () => {
    database = await testDatabase([], []);
    platform = await platformApp(database);
  });

  afterEach(() => {
    clients.disconnect();
  });

  afterAll(async () => {
    await platform.close();
    await database.close();
  });

  const open = clients.open.bind(clients);

  it.each(['watch', 'unwatch', 'fact', '__proto__', ''])(
    'is answered or ignored when it is “%s” with anything',
    async (event) => {
      const errors = jest.spyOn(Logger.prototype, 'error').mockImplementation(() => undefined);
      const [stranger, anna] = [open(null), open('anna')];
      const untyped = stranger as unknown as Untyped;
      await anna.emitWithAck('watch', { table: 'T-FAM' });
      const gone = jest.fn();
      anna.on('disconnect', gone);
      stranger.on('disconnect', gone);
      await fc.assert(
        fc.asyncProperty(fc.array(anyValue, { maxLength: 4 }), fc.boolean(), async (args, isAnswerAsked) => {
          if (isAnswerAsked) untyped.emit(event, ...args, () => undefined);
          else untyped.emit(event, ...args);
          untyped.emit(event, { table: 'T-FAM', since: args[0] });
          untyped.emit(event, { table: 'T-FAM', room: args[0] });
          // When this is answered, all that was said before it was taken: messages of a socket keep their order.
          expect(await stranger.emitWithAck('unwatch', { table: 'T-FAM' })).toEqual({ ok: true, data: null });
          await platform.app.get(RateLimiter).forgive(`live:${String(stranger.id)}`);
        }),
        { numRuns: 150 },
      );
      expect(await anna.emitWithAck('watch', { table: 'T-FAM' })).toMatchObject({ ok: true });
      expect(gone).not.toHaveBeenCalled();
      expect(errors.mock.calls).toEqual([]);
      errors.mockRestore();
    },
  );

  it('does not keep out whoever is signed in when visitors of her address have taken all their places', async () => {
    const door = platform.app.get(SocketDoor);
    const close = Array.from({ length: 300 }, () =>
      door.opened({ socket: { remoteAddress: '127.0.0.1' }, headers: {} }),
    );
    const refused = new Promise((resolve) => (open(null) as unknown as Socket).once('connect_error', resolve));
    expect(await refused).toBeInstanceOf(Error);
    expect(await open('anna').emitWithAck('watch', { table: 'T-FAM' })).toMatchObject({ ok: true });
    for (const leave of close) leave();
    expect(await open(null).emitWithAck('watch', { table: 'T-FAM' })).toMatchObject({ ok: true });
  });
});
