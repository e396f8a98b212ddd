import { malformed, wrong } from '../audit-log-error.js';
import { base64, fromBase64, hex } from '../encoding/base64.js';
import { utf8 } from '../encoding/bytes.js';
import { cosignedMessage, splitCosignature } from './cosignature.js';
import { verifyEd25519 } from './ed25519.js';
import { SIGNATURE_TYPE, isKeyName, type VerifierKey } from './verifier-key.js';

const DASH = '\u2014';
const MAXIMUM_SIGNATURES = 100;

/** One signature line of a note. */
export interface NoteSignature {
  readonly name: string;
  /** Eight hexadecimal digits. */
  readonly id: string;
  /** The signature proper, without the four bytes of the id. */
  readonly bytes: Uint8Array;
}

/** A note as read: nothing in it is verified yet. */
export interface SignedNote {
  /** The signed text, with its final newline. */
  readonly text: string;
  readonly signatures: readonly NoteSignature[];
}

/** A signature that verified, and for a witness the time it states (seconds since 1970). */
export interface VerifiedSignature {
  readonly key: VerifierKey;
  readonly time?: number;
}

/** Reads a C2SP signed note. Refuses (malformed) what does not follow the format to the letter. */
export function parseNote(note: string): SignedNote {
  if (/[^\n -\u{10ffff}]/u.test(note)) {
    throw malformed('the note has a control character');
  }
  if (/\p{Surrogate}/u.test(note)) throw malformed('the note has a lone surrogate');
  const end = note.lastIndexOf('\n\n');
  if (end < 0) throw malformed('the note has no blank line between its text and its signatures');
  const lines = note.slice(end + 2).split('\n');
  if (lines.pop() !== '') throw malformed('the note does not end in a newline');
  if (lines.length === 0) throw malformed('the note has no signature');
  if (lines.length > MAXIMUM_SIGNATURES) throw malformed(`the note has over ${MAXIMUM_SIGNATURES} signatures`);
  return { text: note.slice(0, end + 1), signatures: lines.map(parseSignatureLine) };
}

/**
 * The signatures of a note by known keys. Signatures by other keys are ignored. Nothing is returned for a key that did
 * not sign.
 * @throws AuditLogError (wrong) when a signature by a known key does not verify
 */
export function knownSignatures(note: SignedNote, keys: readonly VerifierKey[]): VerifiedSignature[] {
  return note.signatures.flatMap((signature) =>
    keys
      .filter((key) => key.name === signature.name && key.id === signature.id)
      .map((key) => verify(note, signature, key)),
  );
}

/**
 * Verifies a note: at least one signature by a known key, and none by a known key that is false.
 * @throws AuditLogError (wrong)
 */
export function verifyNote(note: SignedNote, keys: readonly VerifierKey[]): VerifiedSignature[] {
  const verified = knownSignatures(note, keys);
  if (verified.length === 0) throw wrong('no known key has signed the note');
  return verified;
}

/** The line that adds a signature to a note, with its newline. */
export function signatureLine(name: string, id: string, signature: Uint8Array): string {
  const idBytes = Uint8Array.from(id.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
  return `${DASH} ${name} ${base64(Uint8Array.of(...idBytes, ...signature))}\n`;
}

function parseSignatureLine(line: string): NoteSignature {
  const [dash, name = '', encoded = '', ...rest] = line.split(' ');
  if (dash !== DASH || rest.length > 0 || !isKeyName(name)) {
    throw malformed(`${JSON.stringify(line.slice(0, 60))} is not a signature line`);
  }
  const bytes = fromBase64(encoded, `the signature of ${name}`);
  if (bytes.length < 5) throw malformed(`the signature of ${name} is too short`);
  return { name, id: hex(bytes.subarray(0, 4)), bytes: bytes.subarray(4) };
}

function verify(note: SignedNote, signature: NoteSignature, key: VerifierKey): VerifiedSignature {
  if (key.type === SIGNATURE_TYPE.cosignature) {
    const parts = splitCosignature(signature.bytes);
    if (parts && verifyEd25519(parts.signature, cosignedMessage(note.text, parts.time), key.publicKey)) {
      return { key, time: parts.time };
    }
  } else if (verifyEd25519(signature.bytes, utf8(note.text), key.publicKey)) {
    return { key };
  }
  throw wrong(`the signature of ${key.name} (key ${key.id}) is false`);
}
