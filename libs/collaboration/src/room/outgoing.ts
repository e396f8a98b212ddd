import { type CollabServerEvents } from '@tavolo/contracts';
import * as msgpack from 'socket.io-msgpack-parser';
import { type CollabSocket } from './ports.js';

const encoder = new msgpack.Encoder();

/** An event as it goes over the wire, encoded once for all its receivers. */
export interface EncodedEvent {
  readonly packets: never;
  readonly options: {
    readonly preEncoded: true;
    readonly compress: false;
    readonly wsPreEncodedFrame: readonly Buffer[];
  };
}

/** Encodes an event with bytes, down to the WebSocket frame: sending it to one more socket is a single write. */
export function encodeEvent(
  namespace: string,
  event: keyof CollabServerEvents,
  documentId: string,
  message: Uint8Array,
): EncodedEvent {
  const bytes = Buffer.from(message.buffer, message.byteOffset, message.byteLength);
  const packets = encoder.encode({ type: 2, nsp: namespace, data: [event, documentId, bytes] }) as unknown as Buffer[];
  const payload = packets[0] ?? Buffer.alloc(0);
  return {
    // socket.io declares packets that are already encoded as if they were not.
    packets: packets as never,
    options: { preEncoded: true, compress: false, wsPreEncodedFrame: [frame(payload)] },
  };
}

export function sendEncoded(socket: CollabSocket, event: EncodedEvent): void {
  socket.client._packet(event.packets, event.options);
}

/** Bytes that wait for this socket to take them, in the queue of the connection and in that of the transport. */
export function bytesWaiting(socket: CollabSocket): number {
  const { conn } = socket;
  const transport = conn.transport as unknown as { readonly socket?: { readonly bufferedAmount?: number } } | undefined;
  const queue =
    (conn as unknown as { readonly writeBuffer?: readonly { readonly data?: unknown }[] }).writeBuffer ?? [];
  let waiting = transport?.socket?.bufferedAmount ?? 0;
  for (const { data } of queue) waiting += data instanceof Uint8Array ? data.length : 64;
  return waiting;
}

/** One unmasked, final, binary frame (RFC 6455 section 5.2), as servers send them. */
function frame(payload: Buffer): Buffer {
  const { length } = payload;
  const header = Buffer.alloc(length < 126 ? 2 : length < 0x10000 ? 4 : 10);
  header[0] = 0x82;
  if (length < 126) header[1] = length;
  else if (length < 0x10000) {
    header[1] = 126;
    header.writeUInt16BE(length, 2);
  } else {
    header[1] = 127;
    header.writeBigUInt64BE(BigInt(length), 2);
  }
  return Buffer.concat([header, payload]);
}
