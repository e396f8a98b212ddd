import { type WireBytes } from '@tavolo/contracts';

/** Views binary values of either platform as a `Uint8Array`, without copying; `undefined` for anything else. */
export function bytesOf(value: unknown): Uint8Array | undefined {
  if (ArrayBuffer.isView(value) && !(value instanceof DataView)) return value as Uint8Array;
  try {
    // Two realms (a test environment and Node) have two constructors, and an object may inherit from bytes of a stranger and claim any
    // length: only what is a buffer in itself can be viewed.
    return new Uint8Array(new DataView(value as ArrayBuffer).buffer);
  } catch {
    return undefined;
  }
}

/**
 * Bytes as a client must give them to the socket. The msgpack of browsers knows `ArrayBuffer` only, and that of Node
 * sends the whole buffer below a view: an exact buffer is right for both.
 */
export function exactBuffer(bytes: Uint8Array): WireBytes {
  return bytes.slice().buffer;
}
