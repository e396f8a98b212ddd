import { malformed } from '../audit-log-error.js';

const STANDARD = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const URL_SAFE = `${STANDARD.slice(0, 62)}-_`;
const values = (alphabet: string) => new Map(Array.from(alphabet, (character, value) => [character, value] as const));
const STANDARD_VALUES = values(STANDARD);
const URL_SAFE_VALUES = values(URL_SAFE);

/** Standard base64 with padding (RFC 4648 section 4). */
export function base64(bytes: Uint8Array): string {
  const text = encode(bytes, STANDARD);
  return text + '='.repeat((4 - (text.length % 4)) % 4);
}

/** base64url without padding (RFC 4648 section 5). */
export function base64url(bytes: Uint8Array): string {
  return encode(bytes, URL_SAFE);
}

/** The bytes of standard base64. Refuses any other spelling than the one `base64` writes, as malformed. */
export function fromBase64(text: string, what = 'the value'): Uint8Array {
  const unpadded = text.length % 4 === 0 ? text.replace(/={1,2}$/, '') : undefined;
  const bytes = unpadded === undefined ? undefined : decode(unpadded, STANDARD_VALUES);
  if (!bytes || base64(bytes) !== text) throw malformed(`${what} is not base64`);
  return bytes;
}

/** The bytes of base64url without padding. Refuses any other spelling than the one `base64url` writes. */
export function fromBase64url(text: string, what = 'the value'): Uint8Array {
  const bytes = decode(text, URL_SAFE_VALUES);
  if (!bytes || base64url(bytes) !== text) throw malformed(`${what} is not base64url`);
  return bytes;
}

/** Lower-case hexadecimal. */
export function hex(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += byte.toString(16).padStart(2, '0');
  return text;
}

function encode(bytes: Uint8Array, alphabet: string): string {
  let text = '';
  for (let index = 0; index < bytes.length; index += 3) {
    const group = ((bytes[index] ?? 0) << 16) | ((bytes[index + 1] ?? 0) << 8) | (bytes[index + 2] ?? 0);
    const present = Math.min(3, bytes.length - index) + 1;
    for (let place = 0; place < present; place++) text += alphabet.charAt((group >> (18 - 6 * place)) & 63);
  }
  return text;
}

function decode(text: string, alphabet: ReadonlyMap<string, number>): Uint8Array | undefined {
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4));
  let buffer = 0;
  let bits = 0;
  let offset = 0;
  for (const character of text) {
    const value = alphabet.get(character);
    if (value === undefined) return undefined;
    buffer = ((buffer << 6) | value) & 0xffff;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      bytes[offset++] = (buffer >> bits) & 0xff;
    }
  }
  return bytes;
}
