import { ed25519 } from '@noble/curves/ed25519.js';
import { malformed } from '../audit-log-error.js';

/** True when the signature is valid by the strict rules of RFC 8032: canonical points, S below the group order. */
export function verifyEd25519(signature: Uint8Array, message: Uint8Array, publicKey: Uint8Array): boolean {
  if (signature.length !== 64 || publicKey.length !== 32) return false;
  try {
    return ed25519.verify(signature, message, publicKey, { zip215: false });
  } catch {
    return false;
  }
}

/** The public key (32 bytes) of a secret seed (32 bytes). */
export function ed25519PublicKey(seed: Uint8Array): Uint8Array {
  checkSeed(seed);
  return ed25519.getPublicKey(seed);
}

/** The signature (64 bytes) of a message under a secret seed (32 bytes). */
export function signEd25519(message: Uint8Array, seed: Uint8Array): Uint8Array {
  checkSeed(seed);
  return ed25519.sign(message, seed);
}

function checkSeed(seed: Uint8Array): void {
  if (seed.length !== 32) throw malformed('an Ed25519 seed has 32 bytes');
}
