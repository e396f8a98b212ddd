import { malformed } from '../audit-log-error.js';
import { utf8 } from '../encoding/bytes.js';
import { cosignedMessage, joinCosignature } from './cosignature.js';
import { ed25519PublicKey, signEd25519 } from './ed25519.js';
import { signatureLine } from './signed-note.js';
import { SIGNATURE_TYPE, verifierKey, type VerifierKey } from './verifier-key.js';

/** Signs notes under one name. The seed stays inside. */
export interface NoteSigner {
  readonly key: VerifierKey;
  /** The signature line for a text that ends in a newline. */
  sign(text: string): string;
}

/** The signer of a log: type 1, the name is the origin of the log. `seed` is 32 secret random bytes. */
export function noteSigner(name: string, seed: Uint8Array): NoteSigner {
  const key = verifierKey(name, ed25519PublicKey(seed), SIGNATURE_TYPE.ed25519);
  return { key, sign: (text) => signatureLine(name, key.id, signEd25519(utf8(text), seed)) };
}

/** The signer of a witness: cosignature/v1 (type 4) at a time in whole seconds since 1970. */
export function cosigner(name: string, seed: Uint8Array, time: number): NoteSigner {
  if (!Number.isSafeInteger(time) || time < 0) throw malformed(`${time} is not a time in whole seconds`);
  const key = verifierKey(name, ed25519PublicKey(seed), SIGNATURE_TYPE.cosignature);
  const sign = (text: string) =>
    signatureLine(name, key.id, joinCosignature(time, signEd25519(cosignedMessage(text, time), seed)));
  return { key, sign };
}

/** A signed note: the text (which must end in a newline), a blank line, one line for each signer. */
export function signNote(text: string, signers: readonly NoteSigner[]): string {
  if (!text.endsWith('\n')) throw malformed('the text of a note ends in a newline');
  if (signers.length === 0) throw malformed('a note needs a signature');
  return `${text}\n${signers.map((signer) => signer.sign(text)).join('')}`;
}

/** Adds a signature, for instance a witness's, to a signed note. */
export function addSignature(note: string, signer: NoteSigner): string {
  return note + signer.sign(note.slice(0, note.lastIndexOf('\n\n') + 1));
}
