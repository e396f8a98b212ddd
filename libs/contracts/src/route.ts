import { type z } from 'zod';
import { type ActName } from './acts.js';

/** What a route does: it performs one act, or it reads. There is no third kind (design: architecture tests). */
export type Does = { readonly act: ActName | 'named_in_path' } | { readonly reads: string };

/** One HTTP operation below `/api/v1`: the server's controller, the client and the OpenAPI document are all made from it. */
export interface Route<Params = unknown, Query = unknown, Body = unknown, Response = unknown> {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** Below `/api/v1`, with `{name}` for parameters: `/tables/{table}`. */
  readonly path: string;
  readonly summary: string;
  readonly does: Does;
  /** Whether a visitor without a session may call it. Deny is the default. */
  readonly public: boolean;
  readonly params?: z.ZodType<Params>;
  readonly query?: z.ZodType<Query>;
  readonly body?: z.ZodType<Body>;
  readonly response?: z.ZodType<Response>;
}

/** Declares a route; keeps the exact types of its schemas. */
export function route<P, Q, B, R>(
  definition: Omit<Route<P, Q, B, R>, 'public'> & { readonly public?: boolean },
): Route<P, Q, B, R> {
  return { public: false, ...definition };
}
