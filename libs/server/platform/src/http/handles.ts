import { type Issue, readInput, type Route } from '@tavolo/contracts';
import {
  Delete,
  Get,
  HttpCode,
  Patch,
  Post,
  applyDecorators,
  createParamDecorator,
  type ExecutionContext,
} from '@nestjs/common';
import { type Request } from 'express';
import { z } from 'zod';
import { issuesOf, parse } from '../acts/parse.js';
import { InvalidInput } from '../acts/problems.js';
import { declarationOf, declare } from './declarations.js';

const methods = { GET: Get, POST: Post, PATCH: Patch, DELETE: Delete } as const;

/** Below this stand all routes of the contracts. */
export const apiPrefix = '/api/v1';

/**
 * Handles a route of the contracts: path, method, act, access and documentation all come from it, so they cannot drift
 * apart. Put it on a method of a `@Controller()` without a path; it answers 200.
 */
export function Handles<P, Q, B, R>(route: Route<P, Q, B, R>): MethodDecorator {
  const { does } = route;
  return applyDecorators(
    methods[route.method](nestPath(route.path)),
    HttpCode(200),
    declare({
      ...('act' in does ? { performs: does.act } : { reads: does.reads }),
      public: route.public,
      summary: route.summary,
      route,
    }),
  );
}

/** The input of a route: what its three schemas make of the request; `undefined` where the route has no schema. */
export interface Given<Params, Query, Body> {
  readonly params: Params;
  readonly query: Query;
  readonly body: Body;
}

/** The type of `@Input()` for a route: `@Input() input: InputOf<typeof tablesRoutes.table>`. */
export type InputOf<Contract> = Contract extends Route<infer P, infer Q, infer B> ? Given<P, Q, B> : never;

/** What a handler of a route must answer. */
export type ResponseOf<Contract> = Contract extends Route<unknown, unknown, unknown, infer R> ? R : never;

/** The request as the route's schemas read it. All issues of params, query and body are reported at once as `InvalidInput`. */
export const Input = createParamDecorator((_: unknown, context: ExecutionContext): Given<unknown, unknown, unknown> => {
  const { route } = declarationOf(context.getHandler());
  if (!route) throw new Error('@Input() needs @Handles(route) on the same method');
  const request = context.switchToHttp().getRequest<Request>();
  const issues: Issue[] = [];
  const read = (part: 'params' | 'query' | 'body'): unknown => {
    const schema = route[part];
    if (!schema) return undefined;
    const result = readInput<unknown>(schema, part === 'body' ? (request.body ?? {}) : request[part]);
    if (result.success) return result.data;
    issues.push(...issuesOf(result.issues, part));
    return undefined;
  };
  const given = { params: read('params'), query: read('query'), body: read('body') };
  if (issues.length > 0) throw new InvalidInput(issues);
  return given;
});

/** The `Idempotency-Key` header (a UUID), to be passed to `ActRunner.run`; `undefined` when the client sent none. */
export const IdempotencyKey = createParamDecorator((_: unknown, context: ExecutionContext): string | undefined => {
  const header = context.switchToHttp().getRequest<Request>().headers['idempotency-key'];
  return header === undefined ? undefined : parse(z.uuid(), header, 'headers.idempotency-key');
});

function nestPath(path: string): string {
  return `${apiPrefix}${path}`.replaceAll(/\{(\w+)\}/g, ':$1');
}
