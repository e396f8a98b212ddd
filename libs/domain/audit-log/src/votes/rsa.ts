import { sha256, sha384 } from '@noble/hashes/sha2.js';
import { concatBytes, equalBytes } from '../encoding/bytes.js';

/** A public RSA key. */
export interface RsaPublicKey {
  readonly n: bigint;
  readonly e: bigint;
}

/** The sealing key of a vote once it is published: the modulus is p * q. */
export interface SealKey extends RsaPublicKey {
  readonly p: bigint;
  readonly q: bigint;
}

/** Opens one sealed message, or gives nothing when it was not sealed with this key. */
export type SealOpener = (sealed: Uint8Array) => Uint8Array | undefined;

type Hash = (bytes: Uint8Array) => Uint8Array;

/** The number of bytes of the modulus. */
const modulusLength = ({ n }: RsaPublicKey): number => Math.ceil(n.toString(16).length / 2);

/** The big-endian number of some bytes; 0 for none. */
export function bytesToBigInt(bytes: Uint8Array): bigint {
  let digits = '0x0';
  for (const byte of bytes) digits += byte.toString(16).padStart(2, '0');
  return BigInt(digits);
}

/**
 * Verifies an RSASSA-PSS signature with SHA-384, MGF1 with SHA-384 and a salt of 48 bytes (RFC 8017 section 8.1.2):
 * what a token of RSABSSA-SHA384-PSS-Randomized (RFC 9474) is, once finalised.
 */
export function verifyPss(signature: Uint8Array, message: Uint8Array, key: RsaPublicKey): boolean {
  const length = modulusLength(key);
  const value = bytesToBigInt(signature);
  if (signature.length !== length || value >= key.n) return false;
  const bits = key.n.toString(2).length - 1;
  const encoded = bigIntToBytes(power(value, key.e, key.n), length).subarray(length - Math.ceil(bits / 8));
  return isPssEncoding(encoded, bits, sha384(message));
}

/** The opener of RSA-OAEP messages with SHA-256 and an empty label (RFC 8017 section 7.1.2), for public verification. */
export function oaepOpener(key: SealKey): SealOpener {
  const d = inverse(key.e, (key.p - 1n) * (key.q - 1n));
  const length = modulusLength(key);
  const exponents = { p: d % (key.p - 1n), q: d % (key.q - 1n) };
  const coefficient = inverse(key.q % key.p, key.p);
  return (sealed) => {
    const value = bytesToBigInt(sealed);
    if (sealed.length !== length || value >= key.n) return undefined;
    const modP = power(value, exponents.p, key.p);
    const modQ = power(value, exponents.q, key.q);
    const plain = modQ + key.q * (((((modP - modQ) * coefficient) % key.p) + key.p) % key.p);
    return oaepMessage(bigIntToBytes(plain, length));
  };
}

function isPssEncoding(encoded: Uint8Array, bits: number, digest: Uint8Array): boolean {
  const saltLength = 48;
  const maskedLength = encoded.length - digest.length - 1;
  const padding = maskedLength - saltLength - 1;
  const topMask = 0xff >> (8 * encoded.length - bits);
  if (padding < 0 || encoded.at(-1) !== 0xbc || ((encoded[0] ?? 0) & ~topMask) !== 0) return false;
  const hash = encoded.subarray(maskedLength, -1);
  const block = xor(encoded.subarray(0, maskedLength), mask(sha384, hash, maskedLength));
  block[0] = (block[0] ?? 0) & topMask;
  if (block.subarray(0, padding).some((byte) => byte !== 0) || block[padding] !== 1) return false;
  return equalBytes(hash, sha384(concatBytes(new Uint8Array(8), digest, block.subarray(padding + 1))));
}

function oaepMessage(encoded: Uint8Array): Uint8Array | undefined {
  const maskedSeed = encoded.subarray(1, 33);
  const maskedBlock = encoded.subarray(33);
  const seed = xor(maskedSeed, mask(sha256, maskedBlock, 32));
  const block = xor(maskedBlock, mask(sha256, seed, maskedBlock.length));
  const end = block.indexOf(1, 32);
  const labelFits = equalBytes(block.subarray(0, 32), sha256(new Uint8Array()));
  if (encoded[0] !== 0 || !labelFits || end < 0 || block.subarray(32, end).some((byte) => byte !== 0)) return undefined;
  return block.subarray(end + 1);
}

/** MGF1 (RFC 8017 appendix B.2.1). */
function mask(hash: Hash, seed: Uint8Array, length: number): Uint8Array {
  const parts: Uint8Array[] = [];
  for (let counter = 0, got = 0; got < length; counter++) {
    const part = hash(concatBytes(seed, bigIntToBytes(BigInt(counter), 4)));
    parts.push(part);
    got += part.length;
  }
  return concatBytes(...parts).subarray(0, length);
}

const xor = (a: Uint8Array, b: Uint8Array) => a.map((byte, index) => byte ^ (b[index] ?? 0));

function bigIntToBytes(value: bigint, length: number): Uint8Array {
  const digits = value.toString(16).padStart(length * 2, '0');
  return Uint8Array.from(digits.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}

function power(base: bigint, exponent: bigint, modulus: bigint): bigint {
  let [result, square] = [1n % modulus, base % modulus];
  for (let rest = exponent; rest > 0n; rest >>= 1n) {
    if (rest & 1n) result = (result * square) % modulus;
    square = (square * square) % modulus;
  }
  return result;
}

/** The inverse modulo `modulus`; 0 when there is none. */
function inverse(value: bigint, modulus: bigint): bigint {
  let [a, b, x, y] = [value % modulus, modulus, 1n, 0n];
  while (a > 0n) {
    const quotient = b / a;
    [a, b, x, y] = [b % a, a, y - quotient * x, x];
  }
  return b === 1n ? ((y % modulus) + modulus) % modulus : 0n;
}
