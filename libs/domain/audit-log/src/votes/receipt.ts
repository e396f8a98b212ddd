import { parseStrictJson, type JsonObject } from '@tavolo/kernel';
import { malformed, wrong } from '../audit-log-error.js';
import { parseEntry } from '../entry/entry.js';
import { ballotDigest } from './ballot.js';

/** What the voter's device keeps of an anonymous ballot. */
export interface Receipt {
  readonly log: string;
  readonly vote: string;
  /** The public key of the ballot, base64. */
  readonly k: string;
  /** Base64 of SHA-256 over the canonical JSON of the ballot. */
  readonly ballot: string;
}

/** Reads a receipt from JSON; further members are ignored. Refuses (malformed) anything else. */
export function parseReceipt(text: string): Receipt {
  let value: unknown;
  try {
    value = parseStrictJson(text);
  } catch {
    throw malformed('the receipt is not JSON');
  }
  if (typeof value !== 'object' || value === null) throw malformed('the receipt is not an object');
  const members = value as Readonly<Record<string, unknown>>;
  const member = (name: string): string => {
    const found = members[name];
    if (typeof found !== 'string') throw malformed(`the receipt has no ${name}`);
    return found;
  };
  return { log: member('log'), vote: member('vote'), k: member('k'), ballot: member('ballot') };
}

/**
 * Looks for the ballot of a receipt in the lines of `entries.jsonl`; gives the index of its entry.
 * @throws AuditLogError (wrong) when the ballot is missing or another one stands under its key
 */
export function checkReceipt(entries: Uint8Array, receipt: Receipt): number {
  let start = 0;
  for (let index = 0, end = entries.indexOf(10); end >= 0; index++, start = end + 1, end = entries.indexOf(10, start)) {
    const ballot = ballotUnder(receipt, entries.subarray(start, end));
    if (!ballot) continue;
    if (ballotDigest(ballot) !== receipt.ballot) throw wrong(`another ballot stands under the key, in entry ${index}`);
    return index;
  }
  throw wrong(`no ballot of the vote ${receipt.vote} stands under the key`);
}

function ballotUnder({ log, vote, k }: Receipt, leaf: Uint8Array): JsonObject | undefined {
  const entry = parseEntry(leaf);
  const { data } = entry;
  const ballots: unknown = data.ballots;
  if (entry.act !== 'vote.ballots' || entry.log !== log || data.vote !== vote || !Array.isArray(ballots)) {
    return undefined;
  }
  return (ballots as JsonObject[]).find((ballot) => ballot.k === k);
}
