import { malformed } from '../audit-log-error.js';
import { base64, fromBase64 } from '../encoding/base64.js';
import { HASH_LENGTH } from '../merkle/hashing.js';
import { signNote, type NoteSigner } from './note-signer.js';
import { parseNote, verifyNote, type SignedNote, type VerifiedSignature } from './signed-note.js';
import { type VerifierKey } from './verifier-key.js';

/** The head of a log: who, how many leaves, and the root over them. */
export interface TreeHead {
  /** The name of the log, `<host>/log/<space-id>`. */
  readonly origin: string;
  readonly size: number;
  /** 32 bytes. */
  readonly root: Uint8Array;
}

/** A checkpoint as read (C2SP tlog-checkpoint). Its signatures are not verified yet. */
export interface Checkpoint extends TreeHead {
  readonly note: SignedNote;
}

/** The text of a checkpoint that is signed: origin, size, root, each on a line. No extension lines. */
export function checkpointText({ origin, size, root }: TreeHead): string {
  if (origin === '' || origin.includes('\n')) throw malformed('an origin is one line that is not empty');
  if (!Number.isSafeInteger(size) || size < 0) throw malformed(`${size} is not a tree size`);
  if (root.length !== HASH_LENGTH) throw malformed(`a root has ${HASH_LENGTH} bytes`);
  return `${origin}\n${size}\n${base64(root)}\n`;
}

/** The signed checkpoint of a head. */
export function signCheckpoint(head: TreeHead, signers: readonly NoteSigner[]): string {
  return signNote(checkpointText(head), signers);
}

/** Reads the text of a checkpoint; extension lines are allowed and ignored. Refuses (malformed) anything else. */
export function parseTreeHead(text: string): TreeHead {
  const lines = text.split('\n');
  if (lines.pop() !== '') throw malformed('the checkpoint does not end in a newline');
  const [origin = '', size = '', root = ''] = lines;
  if (lines.length < 3 || lines.includes('')) throw malformed('a checkpoint has three lines that are not empty');
  const rootBytes = fromBase64(root, 'the root of the checkpoint');
  if (rootBytes.length !== HASH_LENGTH)
    throw malformed(`the root has ${rootBytes.length} bytes instead of ${HASH_LENGTH}`);
  return { origin, size: parseDecimal(size, 'the size of the checkpoint'), root: rootBytes };
}

/** Reads a signed checkpoint. Refuses (malformed) what is not one; the signatures are left to be verified. */
export function parseCheckpoint(note: string): Checkpoint {
  const parsed = parseNote(note);
  return { ...parseTreeHead(parsed.text), note: parsed };
}

/**
 * Reads a checkpoint and verifies it with pinned keys.
 * @throws AuditLogError malformed, or wrong when no pinned key has signed it or a signature is false
 */
export function openCheckpoint(
  note: string,
  keys: readonly VerifierKey[],
): Checkpoint & { readonly signatures: readonly VerifiedSignature[] } {
  const checkpoint = parseCheckpoint(note);
  return { ...checkpoint, signatures: verifyNote(checkpoint.note, keys) };
}

/** A decimal number without sign or leading zero, up to 2^53-1. */
export function parseDecimal(text: string, what: string): number {
  const value = /^(?:0|[1-9]\d{0,15})$/.test(text) ? Number(text) : NaN;
  if (!Number.isSafeInteger(value)) throw malformed(`${what} is not a decimal number`);
  return value;
}
