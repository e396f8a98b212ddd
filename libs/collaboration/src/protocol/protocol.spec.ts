import fc from 'fast-check';
import * as Y from 'yjs';
import {
  causalOrder,
  decodeAwareness,
  decodeSyncMessage,
  deletionsOf,
  encodeAwareness,
  encodeParts,
  encodeSyncMessage,
  exactBuffer,
  missingDeletions,
} from './index.js';

/** Two people who write and erase in turns, as the numbers say. */
function written(choices: readonly number[]): Y.Doc {
  const docs = [11, 22].map((clientID) => Object.assign(new Y.Doc({ gc: false }), { clientID }));
  choices.forEach((choice, index) => {
    const doc = docs[choice % 2]!;
    const text = doc.getText('text');
    const at = choice % (text.length + 1);
    if (choice % 5 === 0 && text.length > 2) text.delete(Math.min(at, text.length - 1), 1);
    else text.insert(at, `${index}😀`.repeat(1 + (choice % 7)));
    if (choice % 3 === 0) for (const other of docs) Y.applyUpdate(other, Y.encodeStateAsUpdate(doc));
  });
  Y.applyUpdate(docs[0]!, Y.encodeStateAsUpdate(docs[1]!));
  return docs[0]!;
}

const items = (update: Uint8Array) => Y.decodeUpdate(update).structs.filter((struct) => struct instanceof Y.Item);

describe('an update in parts', () => {
  it('gives the same document, and each part integrates completely by itself', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(100), { maxLength: 40 }), fc.integer({ min: 260, max: 900 }), (choices, bytes) => {
        const doc = written(choices);
        const whole = Y.encodeStateAsUpdate(doc);
        const deletions = deletionsOf(Y.decodeUpdate(whole));
        const copy = new Y.Doc({ gc: false });
        for (const part of encodeParts(items(whole), deletions, new Map(), { bytes, structs: 5 })) {
          expect(part.length).toBeLessThanOrEqual(bytes + 100);
          Y.applyUpdate(copy, part);
          expect(copy.store.pendingStructs).toBeNull();
        }
        expect(copy.store.pendingDs).toBeNull();
        expect(copy.getText('text').toJSON()).toBe(doc.getText('text').toJSON());
        expect(Y.encodeStateVector(copy)).toEqual(Y.encodeStateVector(doc));
      }),
      { numRuns: 60 },
    );
  });

  it('cuts one very long insertion without breaking a character', () => {
    const doc = new Y.Doc({ gc: false });
    doc.getText('text').insert(0, '😀'.repeat(5_000));
    const parts = encodeParts(items(Y.encodeStateAsUpdate(doc)), new Map(), new Map(), { bytes: 999, structs: 10 });
    const copy = new Y.Doc({ gc: false });
    for (const part of parts) Y.applyUpdate(copy, part);
    expect(copy.getText('text').toJSON()).toBe('😀'.repeat(5_000));
    expect(parts.length).toBeGreaterThan(10);
  });

  it('is refused when it refers to what is neither present nor in it', () => {
    const doc = written([1, 2, 3, 6, 9, 12]);
    const late = items(Y.encodeStateAsUpdate(doc)).slice(1);
    expect(causalOrder(late, new Map()).length).toBeLessThan(late.length);
    expect(() => encodeParts(late, new Map(), new Map(), { bytes: 1000, structs: 10 })).toThrow(RangeError);
  });
});

describe('deletions that the other side lacks', () => {
  const ranges = fc.array(fc.tuple(fc.nat(60), fc.integer({ min: 1, max: 9 })), { maxLength: 12 });
  const clocksOf = (pairs: readonly (readonly [number, number])[]) =>
    new Set(pairs.flatMap(([clock, len]) => Array.from({ length: len }, (_, i) => clock + i)));
  const normal = (clocks: ReadonlySet<number>) => {
    const result: { clock: number; len: number }[] = [];
    for (const clock of [...clocks].sort((a, b) => a - b)) {
      const last = result.at(-1);
      if (last?.clock !== undefined && last.clock + last.len === clock) last.len++;
      else result.push({ clock, len: 1 });
    }
    return result;
  };

  it('are exactly the difference', () => {
    fc.assert(
      fc.property(ranges, ranges, (ours, theirs) => {
        const [mine, known] = [clocksOf(ours), clocksOf(theirs)];
        const missing = missingDeletions(new Map([[1, normal(mine)]]), new Map([[1, normal(known)]]));
        const found = clocksOf((missing.get(1) ?? []).map(({ clock, len }) => [clock, len] as const));
        expect([...found].sort()).toEqual([...mine].filter((clock) => !known.has(clock)).sort());
      }),
    );
  });
});

describe('messages', () => {
  it('come back as they were sent', () => {
    const payload = new Uint8Array([1, 2, 3]);
    expect(decodeSyncMessage(encodeSyncMessage('step2', payload))).toEqual({ kind: 'step2', payload });
    const entries = [{ clientId: 7, clock: 9, state: '{"cursor":1}' }];
    expect(decodeAwareness(encodeAwareness(entries), 1)).toEqual(entries);
  });

  it('are nothing when they are cut, prolonged or of an unknown kind', () => {
    const message = encodeSyncMessage('update', new Uint8Array([1, 2, 3]));
    expect(decodeSyncMessage(message.slice(0, -1))).toBeUndefined();
    expect(decodeSyncMessage(new Uint8Array([...message, 0]))).toBeUndefined();
    expect(decodeSyncMessage(new Uint8Array([9, 1, 0]))).toBeUndefined();
    expect(decodeAwareness(encodeAwareness([]), 0)).toEqual([]);
    expect(decodeAwareness(new Uint8Array([200, 1]), 5)).toBeUndefined();
  });

  it('leave as exact buffers, whatever they were cut from', () => {
    const view = new Uint8Array([0, 1, 2, 3]).subarray(1, 3);
    expect(new Uint8Array(exactBuffer(view) as ArrayBuffer)).toEqual(new Uint8Array([1, 2]));
  });
});
