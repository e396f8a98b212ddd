import { type Json } from './json.js';
import { findJsonFault } from './strict-json.js';

/** The deepest nesting of arrays and objects that canonical JSON accepts here. */
export const MAXIMUM_JSON_DEPTH = 32;

/** Says what cannot be canonical JSON, and where: `path` is `$` for the whole, then `.name` and `[index]`. */
export class CanonicalJsonError extends Error {
  constructor(
    readonly reason: string,
    readonly path: string,
  ) {
    super(`${reason} (at ${path})`);
    this.name = 'CanonicalJsonError';
  }
}

export interface CanonicalJsonOptions {
  /** `integers` (default): only integers from -(2^53-1) to 2^53-1. `finite`: every finite double, as in RFC 8785. */
  readonly numbers?: 'integers' | 'finite';
}

type Step = readonly [parent: Step | undefined, name: string | number];

/**
 * The canonical text of a value (RFC 8785): members sorted by UTF-16 code units, no white space, shortest escapes.
 * Equal values give equal texts on every machine, so the text can be hashed and signed.
 * Refuses what JSON cannot say or two readers could read differently: functions, `undefined`, class instances,
 * lone surrogates, NaN and infinities, unsafe integers (see options), nesting over 32.
 * @throws CanonicalJsonError
 */
export function canonicalJson(value: unknown, options: CanonicalJsonOptions = {}): string {
  return write(value, options.numbers === 'finite', undefined, 0);
}

/**
 * Reads a JSON text strictly: one value, no duplicate member, no lone surrogate, nesting up to 32.
 * White space, member order and the spelling of numbers are free; see `parseCanonicalJson` for the strictest form.
 * @throws CanonicalJsonError
 */
export function parseStrictJson(text: string): Json {
  const fault = findJsonFault(text, MAXIMUM_JSON_DEPTH);
  if (fault) throw new CanonicalJsonError(fault.reason, `character ${fault.offset}`);
  return JSON.parse(text) as Json;
}

/**
 * Reads a text that must already be canonical: the canonical text of the result is the given text, byte for byte.
 * @throws CanonicalJsonError naming the first difference
 */
export function parseCanonicalJson(text: string, options: CanonicalJsonOptions = {}): Json {
  let value: Json;
  try {
    value = JSON.parse(text) as Json;
  } catch {
    return parseStrictJson(text);
  }
  const canonical = canonicalJson(value, options);
  if (canonical === text) return value;
  // A duplicate member or a lone surrogate is the better explanation than the difference it makes.
  parseStrictJson(text);
  throw new CanonicalJsonError('the text is not in canonical form', `character ${firstDifference(canonical, text)}`);
}

function write(value: unknown, anyNumber: boolean, at: Step | undefined, depth: number): string {
  switch (typeof value) {
    case 'string':
      return writeString(value, at);
    case 'number':
      return writeNumber(value, anyNumber, at);
    case 'boolean':
      return value ? 'true' : 'false';
    case 'object':
      if (value === null) return 'null';
      if (depth >= MAXIMUM_JSON_DEPTH) throw refuse(`nesting over ${MAXIMUM_JSON_DEPTH}`, at);
      return Array.isArray(value)
        ? writeArray(value, anyNumber, at, depth)
        : writeObject(value as Record<string, unknown>, anyNumber, at, depth);
    default:
      throw refuse(`${typeof value} is not a JSON value`, at);
  }
}

function writeArray(value: readonly unknown[], anyNumber: boolean, at: Step | undefined, depth: number): string {
  let text = '[';
  for (let index = 0; index < value.length; index++) {
    if (index > 0) text += ',';
    text += write(value[index], anyNumber, [at, index], depth + 1);
  }
  return `${text}]`;
}

function writeObject(value: Record<string, unknown>, anyNumber: boolean, at: Step | undefined, depth: number): string {
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== null && Object.getPrototypeOf(prototype) !== null) throw refuse('not a plain object', at);
  if (Object.getOwnPropertySymbols(value).length > 0) throw refuse('a member named by a symbol', at);
  let text = '{';
  for (const name of Object.keys(value).sort()) {
    if (text.length > 1) text += ',';
    const member: Step = [at, name];
    text += `${writeString(name, member)}:${write(value[name], anyNumber, member, depth + 1)}`;
  }
  return `${text}}`;
}

function writeString(value: string, at: Step | undefined): string {
  if (/\p{Surrogate}/u.test(value)) throw refuse('a lone surrogate', at);
  return JSON.stringify(value);
}

function writeNumber(value: number, anyNumber: boolean, at: Step | undefined): string {
  if (anyNumber ? Number.isFinite(value) : Number.isSafeInteger(value)) return String(value);
  const range = anyNumber ? 'a finite number' : 'an integer from -(2^53-1) to 2^53-1';
  throw refuse(`${value} is not ${range}`, at);
}

function refuse(reason: string, at: Step | undefined): CanonicalJsonError {
  let path = '';
  for (let step = at; step; step = step[0]) {
    const name = step[1];
    path = (typeof name === 'number' ? `[${name}]` : `.${name}`) + path;
  }
  return new CanonicalJsonError(reason, `$${path}`);
}

function firstDifference(a: string, b: string): number {
  let index = 0;
  while (index < a.length && a[index] === b[index]) index++;
  return index;
}
