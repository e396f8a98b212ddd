import { wrong } from '../audit-log-error.js';
import { type Entry } from './entry.js';

type Members = Readonly<Record<string, unknown>>;
type Rule = readonly [holds: (value: unknown) => boolean, expected: string];

const ACT = /^[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)+$/;
const DIGEST = /^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$/;
const HASH = /^[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]=$/;

const isText = (value: unknown): boolean => typeof value === 'string' && value !== '';
const matches = (pattern: RegExp) => (value: unknown) => typeof value === 'string' && pattern.test(value);
const optional = (holds: (value: unknown) => boolean) => (value: unknown) => value === undefined || holds(value);

/** The entry profile, member by member (format of the exported bundle). */
const RULES: Readonly<Record<keyof Entry, Rule>> = {
  v: [(value) => value === 1, '1'],
  id: [isText, 'a text'],
  log: [isText, 'the origin of the log'],
  at: [isMoment, 'a moment YYYY-MM-DDTHH:MM:SS.sssZ'],
  actor: [(value) => value === null || isText(value), 'a pseudonym or null'],
  act: [matches(ACT), 'a dotted lower-case name'],
  stream: [isText, 'the name of a stream'],
  sv: [(value) => Number.isSafeInteger(value) && (value as number) >= 1, 'an integer from 1'],
  prev: [optional(matches(HASH)), 'the base64 of a hash'],
  data: [isObject, 'an object'],
  _sd: [optional(isDigests), 'a list of different base64url digests'],
  _sd_alg: [optional((value) => value === 'sha-256'), '"sha-256"'],
};

/**
 * Checks that a value follows the entry profile.
 * @throws AuditLogError (wrong) naming the first member that breaks it
 */
export function checkEntry(value: unknown): Entry {
  if (!isObject(value)) throw wrong('the leaf is not a JSON object');
  for (const name of Object.keys(value)) {
    if (!Object.hasOwn(RULES, name)) throw wrong(`${JSON.stringify(name)} is no member of an entry`);
  }
  for (const [name, [holds, expected]] of Object.entries(RULES)) {
    if (!holds(value[name])) throw wrong(`${name} is ${show(value[name])} instead of ${expected}`);
  }
  if ((value.sv === 1) !== (value.prev === undefined)) {
    throw wrong(value.sv === 1 ? 'prev in the first entry of a stream' : 'prev is missing');
  }
  const entry = value as unknown as Entry;
  const digests = entryDigests(entry);
  if (digests.length > 0 && entry._sd_alg === undefined) throw wrong('_sd without _sd_alg');
  if (new Set(digests).size < digests.length) throw wrong('the same digest twice');
  return entry;
}

/** Every digest of a disclosure in an entry: its own and those inside `data`. */
export function entryDigests(entry: Entry): string[] {
  return digestPlaces(entry).map(({ digest }) => digest);
}

/** A digest, and the object whose member the disclosure is. */
export interface DigestPlace {
  readonly digest: string;
  readonly holder: object;
}

/** Every digest of a disclosure in an entry with its place. */
export function digestPlaces(entry: Entry): DigestPlace[] {
  const own = (entry._sd ?? []).map((digest) => ({ digest, holder: entry }));
  return [...own, ...placesInside(entry.data)];
}

function placesInside(holder: unknown): DigestPlace[] {
  if (typeof holder !== 'object' || holder === null) return [];
  return Object.entries(holder).flatMap(([name, member]) => {
    if (name !== '_sd' || Array.isArray(holder)) return placesInside(member);
    if (!isDigests(member)) throw wrong('_sd inside data is not a list of different base64url digests');
    return (member as string[]).map((digest) => ({ digest, holder }));
  });
}

function isDigests(value: unknown): boolean {
  return Array.isArray(value) && value.every(matches(DIGEST)) && new Set(value).size === value.length;
}

function isObject(value: unknown): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isMoment(value: unknown): boolean {
  if (!matches(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/)(value)) return false;
  const date = new Date(value as string);
  return !Number.isNaN(date.getTime()) && date.toISOString() === value;
}

function show(value: unknown): string {
  const text: unknown = JSON.stringify(value);
  return typeof text === 'string' ? text.slice(0, 60) : value === undefined ? 'missing' : typeof value;
}
