import { utf8 } from '../encoding/bytes.js';

/** The message that a witness signs: C2SP cosignature/v1 over the text of a checkpoint, at a time in whole seconds. */
export function cosignedMessage(checkpointText: string, time: number): Uint8Array {
  return utf8(`cosignature/v1\ntime ${time}\n${checkpointText}`);
}

/** The time (seconds since 1970) and the Ed25519 signature inside a cosignature, or nothing when it has no such form. */
export function splitCosignature(bytes: Uint8Array): { time: number; signature: Uint8Array } | undefined {
  if (bytes.length !== 72) return undefined;
  const time = Number(new DataView(bytes.buffer, bytes.byteOffset, 8).getBigUint64(0));
  return Number.isSafeInteger(time) ? { time, signature: bytes.subarray(8) } : undefined;
}

/** The bytes of a cosignature: the time as a big-endian 64-bit number, then the signature. */
export function joinCosignature(time: number, signature: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(8 + signature.length);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(time));
  bytes.set(signature, 8);
  return bytes;
}
