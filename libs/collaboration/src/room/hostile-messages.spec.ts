import { type UpdateAnswer } from '@tavolo/contracts';
import * as encoding from 'lib0/encoding';
import { encodeAwareness, encodeSyncMessage } from '../protocol/index.js';
import { documentId, House, textOf, type } from '../../test/house.js';
import { until } from '../../test/until.js';
import { type CollabConnection, type CollaborationProvider } from '../provider/index.js';
import * as Y from 'yjs';

/** A pseudo-random sequence of bytes that is the same in every run. */
function bytesFrom(seed: number, length: number): Uint8Array {
  let state = seed;
  return Uint8Array.from({ length }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state >>> 24;
  });
}

function collected(client: number, clock: number, length: number): Uint8Array {
  const encoder = encoding.createEncoder();
  for (const number of [1, 1, client, clock]) encoding.writeVarUint(encoder, number);
  encoding.writeUint8(encoder, 0);
  encoding.writeVarUint(encoder, length);
  encoding.writeVarUint(encoder, 0);
  return encoding.toUint8Array(encoder);
}

describe('messages that no honest client sends', () => {
  let house: House;
  let alberto: CollaborationProvider;
  let connection: CollabConnection;
  let mallory: CollaborationProvider;

  beforeEach(async () => {
    const limits = { strikes: 10_000, updatesPerSecond: 10_000, updateBurst: 10_000, decodeMs: 5_000 };
    house = await new House({ limits }).open();
    alberto = await house.visit('alberto');
    connection = house.connect('mallory');
    mallory = await house.visit('mallory', undefined, connection);
    type(alberto.doc, 0, 'safe');
    await until(() => textOf(mallory.doc) === 'safe' && alberto.snapshot.state === 'saved', 'the text');
  });
  afterEach(() => house.close());

  const send = async (message: Uint8Array): Promise<string> => {
    const answer = await new Promise<UpdateAnswer>((resolve) => {
      connection.emit('update', documentId, message.slice().buffer, resolve);
    });
    return answer.ok ? 'ok' : answer.error.code;
  };
  const update = (bytes: Uint8Array) => send(encodeSyncMessage('update', bytes));

  /** Everything still works, and nothing of the message is anywhere. */
  const stillWell = async (): Promise<void> => {
    type(alberto.doc, 4, '!');
    await until(() => alberto.snapshot.state === 'saved', 'saved');
    const newcomer = await house.visit('newcomer');
    expect(textOf(newcomer.doc)).toBe('safe!');
    expect(newcomer.doc.store.pendingStructs).toBeNull();
    expect(await house.stored()).toBe('safe!');
  };

  /** An update of a fresh document that claims to come from `clientID`. */
  const written = (clientID: number, words: string, change?: (doc: Y.Doc) => void): Uint8Array => {
    const doc = new Y.Doc({ gc: false });
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(alberto.doc));
    doc.clientID = clientID;
    const before = Y.encodeStateVector(doc);
    if (change) change(doc);
    else type(doc, 0, words);
    return Y.encodeStateAsUpdate(doc, before);
  };

  it('are refused when they write under the id of somebody else, or of nobody', async () => {
    expect(await update(written(alberto.doc.clientID, 'forged'))).toBe('foreignClient');
    expect(await update(written(4_000_000_000, 'forged'))).toBe('foreignClient');
    await stillWell();
  });

  it('are refused when they poison the clock of somebody else, or their own', async () => {
    const clock = Y.getState(alberto.doc.store, alberto.doc.clientID);
    expect(await update(collected(alberto.doc.clientID, clock, 1_000_000))).toBe('malformed');
    expect(await update(collected(mallory.doc.clientID, 0, 1_000_000))).toBe('malformed');
    await stillWell();
  });

  it('are refused when they leave a gap, in what they add or in what they delete', async () => {
    const doc = new Y.Doc({ gc: false });
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(alberto.doc));
    doc.clientID = mallory.doc.clientID;
    type(doc, 0, 'first');
    const between = Y.encodeStateVector(doc);
    type(doc, 0, 'second');
    expect(await update(Y.encodeStateAsUpdate(doc, between))).toBe('gap');
    const deletion = encoding.createEncoder();
    for (const number of [0, 1, mallory.doc.clientID, 1, 0, 1_000_000]) encoding.writeVarUint(deletion, number);
    expect(await update(encoding.toUint8Array(deletion))).toBe('gap');
    await stillWell();
  });

  it('are refused when they are too large, without reading them', async () => {
    expect(await update(written(mallory.doc.clientID, 'x'.repeat(300 * 1024)))).toBe('tooLarge');
    const many = written(mallory.doc.clientID, '', (doc) => {
      for (let i = 0; i < 10_001; i++) type(doc, 0, 'x');
    });
    expect(many.length).toBeLessThan(256 * 1024);
    expect(await update(many)).toBe('tooLarge');
    await stillWell();
  });

  it('are refused when they hold nodes, marks or documents that a text does not have', async () => {
    const { clientID } = mallory.doc;
    const foreign = [
      (doc: Y.Doc) => doc.getMap('settings').set('x', 1),
      (doc: Y.Doc) => doc.getXmlFragment('text').insert(0, [new Y.XmlElement('script')]),
      (doc: Y.Doc) => (doc.getXmlFragment('text').get(0) as Y.XmlElement).setAttribute('onclick', 'x'),
      (doc: Y.Doc) => doc.getMap('docs').set('sub', new Y.Doc()),
    ];
    for (const change of foreign) expect(await update(written(clientID, '', change))).toBe('malformed');
    await stillWell();
  });

  it('are refused when they are cut off anywhere', async () => {
    const whole = written(mallory.doc.clientID, 'hello');
    const answers = new Set<string>();
    for (let end = 0; end < whole.length; end++) answers.add(await update(whole.slice(0, end)));
    const message = encodeSyncMessage('update', whole);
    for (let end = 0; end < message.length; end++) answers.add(await send(message.slice(0, end)));
    expect([...answers]).toEqual(['malformed']);
    await stillWell();
  });

  it('are refused when they are random, in whatever place', async () => {
    for (let seed = 1; seed <= 150; seed++) {
      const bytes = bytesFrom(seed, seed);
      expect(await send(bytes)).not.toBe('ok');
      connection.emit('awareness', documentId, bytes.buffer as ArrayBuffer);
    }
    const anything = connection as unknown as { emit: (event: string, ...args: unknown[]) => void };
    for (const value of [null, 7, 'text', [], {}, { documentId: {} }, [[[[]]]], true]) {
      anything.emit('join', value);
      anything.emit('join', value, 'no function');
      anything.emit('update', value, value, () => undefined);
      anything.emit('awareness', value, value);
      anything.emit('leave', value);
      anything.emit('unknown', value);
    }
    await stillWell();
  });

  it('are refused when they are changed by one bit somewhere', async () => {
    const whole = written(mallory.doc.clientID, 'honest?');
    for (let bit = 0; bit < whole.length * 8; bit += 3) {
      const changed = whole.slice();
      changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      await update(changed);
    }
    const newcomer = await house.visit('newcomer');
    expect(newcomer.doc.store.pendingStructs).toBeNull();
    await until(() => textOf(newcomer.doc) === textOf(alberto.doc), 'the same text');
    expect(await house.stored()).toBe(textOf(alberto.doc));
  });

  it('cannot make anybody else appear, or appear as somebody else', async () => {
    const entry = (clientId: number) => ({
      clientId,
      clock: 4_000_000_000_000,
      state: '{"user":{"name":"the mayor"}}',
    });
    const forged = encodeAwareness([entry(alberto.doc.clientID), entry(77), entry(mallory.doc.clientID)]);
    connection.emit('awareness', documentId, forged.slice().buffer);
    const newcomer = await house.visit('newcomer');
    const seen = () => newcomer.awareness.getStates();
    await until(() => seen().has(mallory.doc.clientID) && seen().has(alberto.doc.clientID), 'both');
    expect(seen().get(mallory.doc.clientID)?.user).toMatchObject({ member: 'mallory', name: 'Name of mallory' });
    expect(seen().get(alberto.doc.clientID)?.user).toMatchObject({ member: 'alberto' });
    expect(seen().has(77)).toBe(false);
    await stillWell();
  });

  it('cannot reach a document that was not joined', async () => {
    const other = house.connect('other');
    const bytes = encodeSyncMessage('update', written(1, 'x')).slice().buffer;
    const answer = await other.emitWithAck('update', documentId, bytes);
    expect(answer).toEqual({ ok: false, error: { code: 'notJoined' } });
    await stillWell();
  });

  it('cannot claim an id that is somebody else’s, or under which there is content of nobody', async () => {
    const other = house.connect('other');
    const join = (clientId: number) =>
      other.emitWithAck('join', {
        documentId,
        step1: encodeSyncMessage('step1', new Uint8Array([0])).slice().buffer,
        clientId,
        olderClientIds: [],
      });
    expect(await join(alberto.doc.clientID)).toEqual({ ok: false, error: { code: 'foreignClient' } });
    expect(await join(1)).toEqual({ ok: false, error: { code: 'foreignClient' } });
  });
});

describe('sockets that misbehave', () => {
  it('are closed after a while, and others do not notice', async () => {
    const house = await new House({ limits: { strikes: 20 } }).open();
    const alberto = await house.visit('alberto');
    const connection = house.connect('mallory');
    await house.visit('mallory', undefined, connection);
    let closed = false;
    connection.once('disconnect', () => (closed = true));
    for (let i = 0; i < 40; i++) connection.emit('update', documentId, new ArrayBuffer(3), () => undefined);
    await until(() => closed, 'the closed socket');
    type(alberto.doc, 0, 'undisturbed');
    await until(() => alberto.snapshot.state === 'saved', 'saved');
    await house.close();
  });

  it('are slowed down when they send too much, and lose nothing', async () => {
    const house = await new House({ limits: { updatesPerSecond: 100, updateBurst: 12 } }).open();
    const alberto = await house.visit('alberto');
    for (let i = 0; i < 30; i++) {
      type(alberto.doc, 0, 'x');
      await Promise.resolve();
    }
    await until(() => alberto.snapshot.state === 'saved', 'saved');
    expect(await house.stored()).toBe('x'.repeat(30));
    await house.close();
  });

  it('cannot make the process reserve memory by claims in a frame', async () => {
    const house = await new House().open();
    const alberto = await house.visit('alberto');
    const before = process.memoryUsage().rss;
    for (const frame of ['c9ffffffff00', 'dd01ffffffdd01ffffffdd01ffffff', 'df0fffffff', 'c1', '91'.repeat(500)]) {
      const connection = house.connect('mallory');
      await until(() => connection.connected, 'the connection');
      connection.io.engine.write(Buffer.from(frame, 'hex').buffer.slice(0, frame.length / 2));
      await until(() => !connection.connected, 'the closed socket');
      connection.disconnect();
    }
    expect(process.memoryUsage().rss - before).toBeLessThan(200 * 1024 * 1024);
    type(alberto.doc, 0, 'fine');
    await until(() => alberto.snapshot.state === 'saved', 'saved');
    await house.close();
  });
});
