import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { messageYjsSyncStep1, messageYjsSyncStep2, messageYjsUpdate } from 'y-protocols/sync';

/** A message of the y-protocols sync protocol, taken apart without touching any document. */
export interface SyncMessage {
  readonly kind: 'step1' | 'step2' | 'update';
  /** A state vector for `step1`, otherwise an update in format V1. */
  readonly payload: Uint8Array;
}

const kinds = new Map<number, SyncMessage['kind']>([
  [messageYjsSyncStep1, 'step1'],
  [messageYjsSyncStep2, 'step2'],
  [messageYjsUpdate, 'update'],
]);

const numbers = { step1: messageYjsSyncStep1, step2: messageYjsSyncStep2, update: messageYjsUpdate };

/** Writes a sync message: its number, then its payload with its length. */
export function encodeSyncMessage(kind: SyncMessage['kind'], payload: Uint8Array): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, numbers[kind]);
  encoding.writeVarUint8Array(encoder, payload);
  return encoding.toUint8Array(encoder);
}

/** Takes a message apart; `undefined` when it is cut, has anything after its end or is of an unknown kind. */
export function decodeSyncMessage(message: Uint8Array): SyncMessage | undefined {
  try {
    const decoder = decoding.createDecoder(message);
    const kind = kinds.get(decoding.readVarUint(decoder));
    const payload = decoding.readVarUint8Array(decoder);
    return kind === undefined || decoding.hasContent(decoder) ? undefined : { kind, payload };
  } catch {
    return undefined;
  }
}
