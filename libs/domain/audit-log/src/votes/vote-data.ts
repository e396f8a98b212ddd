import { type Json, type JsonObject } from '@tavolo/kernel';
import { AuditLogError, wrong } from '../audit-log-error.js';
import { fromBase64, fromBase64url } from '../encoding/base64.js';
import { bytesToBigInt } from './rsa.js';

/** Reads the members of the data of a vote act; each refusal (wrong) names the member. */
export class VoteData {
  constructor(
    private readonly data: JsonObject,
    private readonly what: string,
  ) {}

  has(name: string): boolean {
    return Object.hasOwn(this.data, name);
  }

  /** The member as it is; null when it is missing. */
  value(name: string): Json {
    return this.data[name] ?? null;
  }

  text(name: string): string {
    const value = this.data[name];
    if (typeof value !== 'string' || value === '') throw this.refuse(name, 'a text');
    return value;
  }

  textOrNull(name: string): string | null {
    return this.data[name] === null ? null : this.text(name);
  }

  count(name: string): number {
    const value = this.data[name];
    if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 0) throw this.refuse(name, 'a count');
    return value;
  }

  flag(name: string): boolean {
    const value = this.data[name];
    if (typeof value !== 'boolean') throw this.refuse(name, 'true or false');
    return value;
  }

  list(name: string): readonly unknown[] {
    const value: unknown = this.data[name];
    if (!Array.isArray(value)) throw this.refuse(name, 'a list');
    return value as unknown[];
  }

  /** A list of texts that are all different. */
  names(name: string): readonly string[] {
    const values = this.list(name);
    const texts = values.filter((value): value is string => typeof value === 'string' && value !== '');
    if (texts.length < values.length || new Set(texts).size < texts.length) {
      throw this.refuse(name, 'a list of different texts');
    }
    return texts;
  }

  objects(name: string): readonly VoteData[] {
    return this.list(name).map((value, index) => voteData(value, `${this.what}: ${name}[${index}]`));
  }

  object(name: string): VoteData {
    return voteData(this.data[name], `${this.what}: ${name}`);
  }

  /** Standard base64 of exactly `length` bytes (any number when not given). */
  bytes(name: string, length?: number): Uint8Array {
    const bytes = this.decode(name, fromBase64);
    if (length !== undefined && bytes.length !== length) throw this.refuse(name, `${length} bytes`);
    return bytes;
  }

  /** The bytes of one text in a list of standard base64. */
  listedBytes(name: string, index: number): Uint8Array {
    return new VoteData({ [name]: this.list(name)[index] as Json }, this.what).bytes(name);
  }

  /** A big-endian number in base64url, as in a JSON Web Key. */
  bigInteger(name: string): bigint {
    return bytesToBigInt(this.decode(name, fromBase64url));
  }

  /** Refuses any member beside these. */
  only(...names: readonly string[]): void {
    const other = Object.keys(this.data).find((name) => !names.includes(name));
    if (other !== undefined) throw wrong(`${this.what}: ${JSON.stringify(other)} does not belong here`);
  }

  refuse(name: string, expected: string): AuditLogError {
    return wrong(`${this.what}: ${name} is not ${expected}`);
  }

  private decode(name: string, decode: (text: string) => Uint8Array): Uint8Array {
    const text = this.text(name);
    try {
      return decode(text);
    } catch (error) {
      if (error instanceof AuditLogError) throw this.refuse(name, 'base64 as the format asks');
      throw error;
    }
  }
}

/** The reader of a value that must be an object. */
export function voteData(value: unknown, what: string): VoteData {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw wrong(`${what} is not an object`);
  return new VoteData(value as JsonObject, what);
}
