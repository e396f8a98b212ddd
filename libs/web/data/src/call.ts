import { type Route } from '@tavolo/contracts';
import { type z } from 'zod';
import { offline, problemOf } from './problem.js';

type Path = Readonly<Record<string, string | number>>;
/** What a route takes as its body, before what it leaves out is filled in. Acts on a proposal name theirs in the path, so theirs is not known here. */
type BodyOf<R> = R extends { readonly body?: z.ZodType<unknown, infer Body> } ? Body : unknown;

/** What a route is called with: what its schemas take in, before they parse it. */
export interface CallInput<R extends AnyRoute> {
  readonly params?: Path;
  readonly query?: Readonly<Record<string, string | number | undefined>>;
  readonly body?: BodyOf<R>;
  /** The same key means the same act: a retry never does a thing twice. */
  readonly idempotencyKey?: string;
  readonly signal?: AbortSignal;
}

/** Any route of the contracts. */
export type AnyRoute = Pick<Route, 'method' | 'path'> & {
  readonly params?: z.ZodType;
  readonly query?: z.ZodType;
  readonly body?: z.ZodType;
  readonly response?: z.ZodType;
};
export type AnswerOf<R> = R extends { readonly response?: z.ZodType<infer Answer> } ? Answer : unknown;

/** Address of a route below the origin, with its parameters filled in. */
export function addressOf(
  route: Pick<AnyRoute, 'path'>,
  params: Path = {},
  query: Readonly<Record<string, string | number | undefined>> = {},
): string {
  const path = route.path.replace(/\{(\w+)\}/gu, (_, name: string) => encodeURIComponent(String(params[name] ?? '')));
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query))
    if (value !== undefined && value !== '') search.set(name, String(value));
  const tail = search.toString();
  return `/api/v1${path}${tail === '' ? '' : `?${tail}`}`;
}

/** Calls a route of the API. Throws `ProblemError`. */
export async function call<R extends AnyRoute>(route: R, input: CallInput<R> = {}): Promise<AnswerOf<R>> {
  const { params, query, body, idempotencyKey, signal } = input;
  const unsafe = route.method !== 'GET';
  const answer = await fetch(addressOf(route, params, query), {
    method: route.method,
    credentials: 'same-origin',
    headers: {
      accept: 'application/json',
      ...(unsafe ? { 'content-type': 'application/json' } : {}),
      ...(idempotencyKey === undefined ? {} : { 'idempotency-key': idempotencyKey }),
    },
    ...(unsafe ? { body: JSON.stringify(body ?? {}) } : {}),
    ...(signal ? { signal } : {}),
  }).catch((error: unknown) => {
    if (signal?.aborted) throw error;
    throw offline();
  });
  if (!answer.ok) throw await problemOf(answer);
  return (await answer.json()) as AnswerOf<R>;
}

/** A fresh key for one act, made once for all its retries. */
export function freshKey(): string {
  if (typeof crypto.randomUUID === 'function') return crypto.randomUUID();
  // Pages that are not served over https have no randomUUID.
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const hex = Array.from(bytes, (byte, index) => {
    const value = index === 6 ? (byte & 0x0f) | 0x40 : index === 8 ? (byte & 0x3f) | 0x80 : byte;
    return value.toString(16).padStart(2, '0');
  }).join('');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
