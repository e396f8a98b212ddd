import { randomBytes } from 'node:crypto';

let lastMillis = 0;
let counter = 0;

/**
 * A UUIDv7 (RFC 9562): later ids of this process sort after earlier ones, also within one millisecond (12 bits of
 * counter, then the next millisecond is borrowed), and 62 bits are random.
 */
export function uuid7(millis = Date.now()): string {
  if (millis > lastMillis) {
    lastMillis = millis;
    counter = 0;
  } else if (++counter > 0xfff) {
    lastMillis++;
    counter = 0;
  }
  const bytes = Buffer.alloc(16);
  bytes.writeUIntBE(lastMillis, 0, 6);
  bytes.writeUInt16BE(0x7000 | counter, 6);
  randomBytes(8).copy(bytes, 8);
  bytes.writeUInt8(0x80 | (bytes.readUInt8(8) & 0x3f), 8);
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
