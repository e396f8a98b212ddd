import { type WireBytes } from '@tavolo/contracts';

/** Views binary values of either platform as a `Uint8Array`, without copying; `undefined` for anything else. */
export function bytesOf(value: unknown): Uint8Array | undefined {
  if (ArrayBuffer.isView(value) && !(value instanceof DataView)) return value as Uint8Array;
  // Two realms (a test environment and Node) have two ArrayBuffers: ask for the kind, not for the constructor.
  if (Object.prototype.toString.call(value) === '[object ArrayBuffer]') return new Uint8Array(value as ArrayBuffer);
  return undefined;
}

/**
 * Bytes as a client must give them to the socket. The msgpack of browsers knows `ArrayBuffer` only, and that of Node
 * sends the whole buffer below a view: an exact buffer is right for both.
 */
export function exactBuffer(bytes: Uint8Array): WireBytes {
  return bytes.slice().buffer;
}
