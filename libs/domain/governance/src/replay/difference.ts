import { canonicalJson, type Json, type JsonObject } from '@tavolo/kernel';
import { type ProcedureEntry } from './entries.js';

/**
 * What does not agree between a log and the rules:
 * - `value`: the entry says something else than what comes out; `place` names where in the entry;
 * - `refused`: the rules refuse the act; `expected` is why;
 * - `missing`: something should stand here that does not;
 * - `unexpected`: something stands here that does not follow;
 * - `unknown`: an act that the procedure does not know, or that stands where it cannot.
 */
export type DifferenceKind = 'value' | 'refused' | 'missing' | 'unexpected' | 'unknown';

/** Where a log and the rules first part, for one proposal or for the table. */
export interface Difference {
  /** Place of the entry in the log, from 0. */
  readonly entry: number;
  readonly act: string;
  /** Key of the proposal; the stream of an entry about the table itself. */
  readonly subject: string;
  readonly kind: DifferenceKind;
  /** Path to the member that differs, such as `data.after.deadline`; empty where the entry as a whole is meant. */
  readonly place: string;
  /** What comes out by the rules; `null` where nothing does. */
  readonly expected: Json;
  /** What the log says; `null` where it says nothing. */
  readonly recorded: Json;
}

export type Parting = Pick<Difference, 'kind' | 'place' | 'expected' | 'recorded'>;

/** A value as JSON carries it: members that are `undefined` are left out. */
export const asJson = (value: unknown): Json => JSON.parse(JSON.stringify(value)) as Json;

/** Where an entry first says something else than expected; `null` when it does not. What it says beyond that is not compared. */
export function partingOf(expected: ProcedureEntry, recorded: ProcedureEntry): Parting | null {
  for (const name of ['act', 'stream', 'at', 'actor'] as const) {
    const found = valueParting(name, expected[name], recorded[name]);
    if (found) return found;
  }
  return membersParting('data', asJson(expected.data) as JsonObject, recorded.data, false);
}

/** Where two values first differ, or `null`. */
export function valueParting(place: string, expected: Json, recorded: Json | undefined): Parting | null {
  if (recorded !== undefined && canonicalJson(expected) === canonicalJson(recorded)) return null;
  if (isObject(expected) && isObject(recorded)) return membersParting(place, expected, recorded, true);
  if (isList(expected) && isList(recorded) && expected.length === recorded.length) {
    const at = expected.findIndex((one, n) => canonicalJson(one) !== canonicalJson(recorded[n]));
    return valueParting(`${place}[${at}]`, expected[at] ?? null, recorded[at]);
  }
  return { kind: 'value', place, expected, recorded: recorded ?? null };
}

/** The first member, by name, that differs; `all`: also members that only what is recorded has. */
function membersParting(place: string, expected: JsonObject, recorded: JsonObject, all: boolean): Parting | null {
  const names = [...Object.keys(expected), ...(all ? Object.keys(recorded) : [])];
  for (const name of new Set(names)) {
    const wanted = expected[name];
    const found =
      wanted === undefined
        ? { kind: 'value' as const, place: `${place}.${name}`, expected: null, recorded: recorded[name] ?? null }
        : valueParting(`${place}.${name}`, wanted, recorded[name]);
    if (found) return found;
  }
  return null;
}

export const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isList = (value: Json | undefined): value is readonly Json[] => Array.isArray(value);
