import { jest } from '@jest/globals';
import fc from 'fast-check';
import { anyArguments, anyValue, objectOf } from '../../test/any-message.js';
import { documentId, House, textOf, type } from '../../test/house.js';
import { until } from '../../test/until.js';
import { encodeSyncMessage } from '../protocol/index.js';
import { type CollabConnection, type CollaborationProvider } from '../provider/index.js';

// Hundreds of messages, on machines that are busy.
jest.setTimeout(60_000);

/** A connection for events that no type allows. */
interface Untyped {
  emit(event: unknown, ...args: unknown[]): void;
}

describe('whatever a socket says', () => {
  let house: House;
  let alberto: CollaborationProvider;
  let stranger: CollabConnection;
  let untyped: Untyped;

  beforeEach(async () => {
    const many = 1_000_000;
    house = await new House({ limits: { strikes: many, updatesPerSecond: many, updateBurst: many } }).open();
    house.rights.set('stranger', 'none');
    alberto = await house.visit('alberto');
    stranger = house.connect('stranger');
    untyped = stranger;
  });
  afterEach(() => house.close());

  const step1 = (): unknown => encodeSyncMessage('step1', new Uint8Array([0])).slice().buffer;

  /** Everything said before was handled when this resolves: the server takes the messages of a socket in their order. */
  const heard = async (): Promise<void> => {
    const request = { documentId, step1: step1() as ArrayBuffer, clientId: null, olderClientIds: [] };
    expect(await stranger.emitWithAck('join', request)).toEqual({ ok: false, error: { code: 'denied' } });
  };

  /** The others write on, nobody was sent away, and nothing was written into the log. */
  const undisturbed = async (): Promise<void> => {
    await heard();
    const before = textOf(alberto.doc);
    type(alberto.doc, 0, 'x');
    await until(() => alberto.snapshot.state === 'saved', 'saved');
    expect(await house.stored()).toBe(`x${before}`);
    expect(stranger.connected).toBe(true);
    expect(house.problems).toEqual([]);
  };

  /** What is sent ends the sender's connection, and nothing else. */
  const closesItsSocket = async (send: () => void): Promise<void> => {
    await heard();
    const once = new Promise((resolve) => stranger.once('disconnect', resolve));
    send();
    await once;
    type(alberto.doc, 0, 'safe');
    await until(() => alberto.snapshot.state === 'saved', 'saved');
    expect(await house.stored()).toBe('safe');
    expect(house.problems).toEqual([]);
  };

  it.each(['join', 'update', 'awareness', 'leave'])(
    'is answered or ignored when it is %s with anything',
    async (event) => {
      await fc.assert(
        fc.asyncProperty(anyArguments, fc.boolean(), async (args, isAnswerAsked) => {
          if (isAnswerAsked) untyped.emit(event, ...args, () => undefined);
          else untyped.emit(event, ...args);
          await heard();
        }),
        { numRuns: 150 },
      );
      await undisturbed();
    },
  );

  it('is answered or ignored when one part of an honest message is anything', async () => {
    await fc.assert(
      fc.asyncProperty(anyValue, anyValue, async (value, other) => {
        const request = { documentId, step1: step1(), clientId: null, olderClientIds: [] };
        for (const name of Object.keys(request)) untyped.emit('join', { ...request, [name]: value });
        untyped.emit('join', { ...request, additional: value });
        untyped.emit('join', request, value, () => undefined);
        untyped.emit('update', documentId, value, () => undefined);
        untyped.emit('update', value, step1(), other);
        untyped.emit('awareness', documentId, value);
        untyped.emit('awareness', value, step1());
        untyped.emit('leave', documentId, value);
        await heard();
      }),
      { numRuns: 100 },
    );
    await undisturbed();
  });

  it('is ignored when it is an unknown event with anything', async () => {
    const names = fc.constantFrom('', 'frozen', 'right', 'resync', '__proto__', 'constructor', 'hasOwnProperty');
    await fc.assert(
      fc.asyncProperty(names, anyArguments, async (name, args) => {
        untyped.emit(name, ...args);
        await heard();
      }),
      { numRuns: 50 },
    );
    await undisturbed();
  });

  it('cannot end the process with an object that has no text', async () => {
    for (const trap of [{ toString: null }, { toString: null, valueOf: null }, [{ toString: 1 }]]) {
      for (const event of ['join', 'update', 'awareness', 'leave']) {
        untyped.emit(event, trap);
        untyped.emit(event, trap, step1(), trap, trap);
      }
    }
    await undisturbed();
  });

  it.each<[string, string, unknown]>([
    ['bytes that claim a length', '__proto__', new ArrayBuffer(2)],
    ['an array', '__proto__', []],
    ['nothing', '__proto__', null],
  ])('closes its socket when an object wants to inherit from %s', async (_what, name, heritage) => {
    const trap = objectOf([
      [name, heritage],
      ['length', 9_007_199_254_740_991],
      ['byteLength', 9_007_199_254_740_991],
    ]);
    await closesItsSocket(() => untyped.emit('join', { documentId, step1: [{ deeper: trap }] }));
  });

  it.each([
    ['the end of a connection', 'disconnect'],
    ['the beginning of that end', 'disconnecting'],
    ['a fault', 'error'],
    ['a connection', 'connect'],
    ['a listener', 'newListener'],
    ['no name', null],
    ['a number', 7],
    ['a name that has no text', { toString: null }],
  ])('closes its socket when it plays an event of the server itself: %s', async (_what, event) => {
    // Below socket.io's client, which keeps an honest page from sending such an event.
    const { io } = stranger as unknown as { io: { _packet(packet: object): void } };
    await closesItsSocket(() => io._packet({ type: 2, nsp: '/collab', data: [event, 'x'], options: {} }));
  });

  it('is written into the log once, not once for each message, when it cannot be decided', async () => {
    house.accessFailure = new Error('the database is away');
    const request = { documentId, step1: step1() as ArrayBuffer, clientId: null, olderClientIds: [] };
    for (let time = 0; time < 50; time++) {
      expect(await stranger.emitWithAck('join', request)).toMatchObject({ ok: false, error: { code: 'retry' } });
    }
    expect(house.problems).toEqual(['access to a document could not be decided']);
  });
});
