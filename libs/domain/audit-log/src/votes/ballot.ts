import { canonicalJson, parseCanonicalJson, type JsonObject } from '@tavolo/kernel';
import { base64 } from '../encoding/base64.js';
import { concatBytes, utf8, utf8Text } from '../encoding/bytes.js';
import { sha256Bytes } from '../merkle/hashing.js';
import { verifyEd25519 } from '../note/ed25519.js';
import { verifyPss } from './rsa.js';
import { type VoteData } from './vote-data.js';
import { type Issuer, type VoteDefinition } from './vote-definition.js';

/** An anonymous ballot as it stands in `vote.ballots`; its texts are base64. */
export interface SealedBallot {
  readonly k: string;
  readonly sealed: Uint8Array;
  readonly sector?: string;
}

/** A counted choice: an option, null for a blank ballot, or `invalid`. */
export type Choice = { readonly option: string | null } | 'invalid';

/** The message that a token signs, after its prefix of 32 bytes: it binds the token to log, vote and ballot key. */
export function tokenMessage(log: string, vote: string, k: string): Uint8Array {
  return utf8(`coop-token/v1\n${log}\n${vote}\n${k}\n`);
}

/** The message that the ballot's own key signs over the sealed choice `c`. */
export function ballotMessage(log: string, vote: string, c: string): Uint8Array {
  return utf8(`coop-ballot/v1\n${log}\n${vote}\n${c}\n`);
}

/** The text that is sealed: the choice, bound to the ballot's key and the vote. */
export function choiceText(vote: string, k: string, options: readonly string[]): string {
  return canonicalJson({ c: options, k, v: vote });
}

/** What a receipt states of a ballot: base64 of SHA-256 over its canonical JSON. */
export function ballotDigest(ballot: JsonObject): string {
  return base64(sha256Bytes(utf8(canonicalJson(ballot))));
}

/** Reads one ballot and verifies the tokens and the signature on it. Refuses (wrong) a ballot that must not count. */
export function readBallot(data: VoteData, definition: VoteDefinition, log: string): SealedBallot {
  const bySector = definition.ballot === 'sector';
  data.only('k', 'p', 's', 'c', 'g', ...(bySector ? ['r'] : []));
  const sector = bySector ? data.text('r') : undefined;
  const issuers = definition.issuers.filter((issuer) => issuer.sector === sector);
  if (issuers.length === 0) throw data.refuse('r', 'a sector of this vote');
  const publicKey = data.bytes('k', 32);
  const [k, c] = [data.text('k'), data.text('c')];
  checkTokens(data, issuers, concatBytes(data.bytes('p', 32), tokenMessage(log, definition.vote, k)));
  if (!verifyEd25519(data.bytes('g', 64), ballotMessage(log, definition.vote, c), publicKey)) {
    throw data.refuse('g', 'a signature by the key of the ballot');
  }
  return { k, sealed: data.bytes('c'), ...(sector !== undefined && { sector }) };
}

/** The choice inside an opened ballot. What is not the text of `choiceText` with at most one known option is invalid. */
export function openedChoice(opened: Uint8Array | undefined, k: string, { vote, options }: VoteDefinition): Choice {
  if (!opened) return 'invalid';
  let chosen: readonly string[];
  try {
    const value = parseCanonicalJson(utf8Text(opened)) as { c?: unknown };
    chosen = Array.isArray(value.c) ? (value.c as string[]) : [''];
    if (utf8Text(opened) !== choiceText(vote, k, chosen)) return 'invalid';
  } catch {
    return 'invalid';
  }
  const [option = null, ...others] = chosen;
  return others.length > 0 || (option !== null && !options.includes(option)) ? 'invalid' : { option };
}

function checkTokens(data: VoteData, issuers: readonly Issuer[], message: Uint8Array): void {
  const signatures = data.list('s');
  if (signatures.length !== issuers.length) throw data.refuse('s', `a list of ${issuers.length} token signatures`);
  issuers.forEach((issuer, index) => {
    if (!verifyPss(data.listedBytes('s', index), message, issuer)) {
      throw data.refuse(`s[${index}]`, `a token signature of the issuer ${issuer.id}`);
    }
  });
}
