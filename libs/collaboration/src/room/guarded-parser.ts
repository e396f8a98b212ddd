import * as msgpack from 'socket.io-msgpack-parser';

/** Number of packets that carry an event. */
const eventType = 2;

/** Containers of honest messages are nested three deep. */
const deepest = 16;

/** Events that socket.io raises itself: who sends one would make a socket seem closed, or broken, while it goes on. */
const reserved: readonly unknown[] = [
  'connect',
  'connect_error',
  'connection',
  'disconnect',
  'disconnecting',
  'error',
  'newListener',
  'removeListener',
];

/**
 * The msgpack decoder believes the lengths that a frame claims: five bytes make it reserve gigabytes. This one first walks
 * over the frame and refuses claims that its bytes do not bear out. The decoder also assigns properties by name: a name
 * that would change what an object inherits, or that is no text, is refused. Nor does it look at the names of events: one
 * that is not text, or that is socket.io's own, is refused here.
 */
class GuardedDecoder extends msgpack.Decoder {
  override add(frame: unknown): void {
    if (!(frame instanceof Uint8Array) || endOf(frame, 0, 0) !== frame.length) throw new RangeError('unsound frame');
    super.add(frame);
  }

  override checkPacket(packet: unknown): void {
    super.checkPacket(packet);
    const { type, data } = packet as { readonly type: number; readonly data: unknown };
    if (type !== eventType) return;
    const name: unknown = Array.isArray(data) ? data[0] : undefined;
    if (typeof name !== 'string' || reserved.includes(name)) throw new RangeError('unsound event');
  }
}

/** Parser option of a socket.io server that accepts frames of strangers; clients use the plain msgpack parser. */
export const guardedParser = { protocol: 5, Encoder: msgpack.Encoder, Decoder: GuardedDecoder };

/** Where the value at `at` ends. @throws RangeError when it does not end within the frame or is nested too deep */
function endOf(frame: Uint8Array, at: number, depth: number): number {
  const kind = frame[at];
  if (kind === undefined || depth > deepest) throw new RangeError('unsound frame');
  if (kind < 0x80 || kind >= 0xe0) return at + 1;
  if (kind < 0x90) return endOfMap(frame, at + 1, kind & 0x0f, depth);
  if (kind < 0xa0) return endOfItems(frame, at + 1, kind & 0x0f, depth);
  if (kind < 0xc0) return within(frame, at + 1 + (kind & 0x1f));
  const fixed = fixedSizes[kind - 0xc0];
  if (fixed !== undefined && fixed > 0) return within(frame, at + fixed);
  const [width, extra] = lengthFields.get(kind) ?? [];
  if (width === undefined || extra === undefined) throw new RangeError('unsound frame');
  let length = 0;
  for (let i = 1; i <= width; i++) length = length * 256 + (frame[at + i] ?? 0);
  const start = at + 1 + width;
  if (kind === 0xdc || kind === 0xdd) return endOfItems(frame, start, length, depth);
  if (kind === 0xde || kind === 0xdf) return endOfMap(frame, start, length, depth);
  return within(frame, start + extra + length);
}

function endOfItems(frame: Uint8Array, start: number, count: number, depth: number): number {
  let at = start;
  if (count > frame.length - start) throw new RangeError('unsound frame');
  for (let i = 0; i < count; i++) at = endOf(frame, at, depth + 1);
  return at;
}

function endOfMap(frame: Uint8Array, start: number, count: number, depth: number): number {
  let at = start;
  if (count * 2 > frame.length - start) throw new RangeError('unsound frame');
  for (let i = 0; i < count; i++) {
    const end = endOf(frame, at, depth + 1);
    if (!isPlainName(frame.subarray(at, end))) throw new RangeError('unsound name');
    at = endOf(frame, end, depth + 1);
  }
  return at;
}

/** Whether an encoded value is a text that can name a property and leaves the object what it is. */
function isPlainName(encoded: Uint8Array): boolean {
  const kind = encoded[0] ?? 0;
  const isText = (kind >= 0xa0 && kind < 0xc0) || (kind >= 0xd9 && kind <= 0xdb);
  return isText && !heritage.every((byte, i) => encoded[encoded.length - heritage.length + i] === byte);
}

/** The name that a decoder's assignment would not store but obey; names that only end like it are no loss. */
const heritage = new TextEncoder().encode('__proto__');

function within(frame: Uint8Array, end: number): number {
  if (end > frame.length) throw new RangeError('unsound frame');
  return end;
}

/** Whole sizes of the kinds 0xc0 to 0xd8 that have one; 0 where a length follows or the kind does not exist. */
const fixedSizes = [1, 0, 1, 1, 0, 0, 0, 0, 0, 0, 5, 9, 2, 3, 5, 9, 2, 3, 5, 9, 3, 4, 6, 10, 18];

/** Kinds with a length: how many bytes it takes, and how many more bytes stand before the content. */
const lengthFields = new Map<number, readonly [width: number, extra: number]>([
  [0xc4, [1, 0]],
  [0xc5, [2, 0]],
  [0xc6, [4, 0]],
  [0xc7, [1, 1]],
  [0xc8, [2, 1]],
  [0xc9, [4, 1]],
  [0xd9, [1, 0]],
  [0xda, [2, 0]],
  [0xdb, [4, 0]],
  [0xdc, [2, 0]],
  [0xdd, [4, 0]],
  [0xde, [2, 0]],
  [0xdf, [4, 0]],
]);
