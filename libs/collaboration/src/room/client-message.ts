import { documentIdSchema, type JoinRequest, joinRequestSchema, readInput } from '@tavolo/contracts';
import { bytesOf, decodeSyncMessage } from '../protocol/index.js';
import { Refusal } from './refusal.js';

/** One event as it arrived: nothing in `values` is known yet, whatever the types of honest clients say. */
export interface ClientMessage {
  readonly values: readonly unknown[];
  /** How to answer; `undefined` when no answer was asked for. */
  readonly answer: ((answer: unknown) => void) | undefined;
}

export interface JoinMessage {
  readonly request: JoinRequest;
  /** State vector: what the client holds. */
  readonly vector: Uint8Array;
}

export interface DocumentMessage {
  readonly documentId: string;
  readonly bytes: Uint8Array;
}

/** Parts what was said from the way to answer it. socket.io puts the function last; no function comes over the wire. */
export function clientMessage(args: readonly unknown[]): ClientMessage {
  const last = args.at(-1);
  if (typeof last !== 'function') return { values: args, answer: undefined };
  return { values: args.slice(0, -1), answer: last as (answer: unknown) => void };
}

/** @throws Refusal `malformed` for anything but one request whose state vector can be read */
export function readJoin(values: readonly unknown[]): JoinMessage {
  const [input] = values;
  if (values.length !== 1 || typeof input !== 'object' || input === null || !('step1' in input)) throw malformed();
  // Before the schema, which would copy as many bytes as an object claims that only passes itself off as bytes.
  const step1 = bytesOf(input.step1);
  const sync = step1 && decodeSyncMessage(step1);
  if (sync?.kind !== 'step1') throw malformed();
  const request = readInput(joinRequestSchema, { ...input, step1 });
  if (!request.success) throw malformed();
  return { request: request.data, vector: sync.payload };
}

/** What `update` and `awareness` carry. @throws Refusal `malformed` for anything but the name of a document and bytes */
export function readDocumentMessage(values: readonly unknown[]): DocumentMessage {
  const bytes = bytesOf(values[1]);
  if (values.length !== 2 || !bytes) throw malformed();
  return { documentId: documentIdOf(values[0]), bytes };
}

/** What `leave` carries. @throws Refusal `malformed` for anything but the name of a document */
export function readLeave(values: readonly unknown[]): string {
  if (values.length !== 1) throw malformed();
  return documentIdOf(values[0]);
}

function documentIdOf(value: unknown): string {
  const id = readInput(documentIdSchema, value);
  if (!id.success) throw malformed();
  return id.data;
}

const malformed = (): Refusal => new Refusal('malformed', true);
