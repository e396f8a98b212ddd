import { problemSchema, type Route } from '@tavolo/contracts';
import { z } from 'zod';
import { type RouteFound } from '../architecture/handlers.js';

/** As much of OpenAPI 3.1 as the document uses. */
export interface OpenApiDocument {
  readonly openapi: '3.1.1';
  readonly info: { readonly title: string; readonly version: string; readonly description: string };
  readonly servers: readonly { readonly url: string }[];
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>>; readonly securitySchemes: object };
}

export type Schema = Readonly<Record<string, unknown>>;

export interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query';
  readonly required: boolean;
  readonly schema: Schema;
}

export interface Operation {
  readonly operationId: string;
  readonly summary: string;
  readonly tags: readonly string[];
  readonly description: string;
  readonly security: readonly object[];
  readonly parameters: readonly Parameter[];
  readonly requestBody?: { readonly required: boolean; readonly content: Content };
  readonly responses: Readonly<Record<string, { readonly description: string; readonly content?: Content }>>;
}

type Content = Readonly<Record<string, { readonly schema: Schema }>>;

export interface DocumentInfo {
  readonly version: string;
  readonly publicUrl: string;
  readonly cookie: string;
}

/** The OpenAPI document of the routes that an application really has. */
export function openApiDocument(
  routes: readonly RouteFound[],
  { version, publicUrl, cookie }: DocumentInfo,
): OpenApiDocument {
  const paths: Record<string, Record<string, Operation>> = {};
  for (const route of routes) (paths[route.path] ??= {})[route.method.toLowerCase()] = operation(route);
  return {
    openapi: '3.1.1',
    info: {
      title: 'Tavolo',
      version,
      description:
        'Every operation performs one act, named by the fact that it records in the audit log, or it reads. ' +
        'Unsafe requests need the `Origin` of this site and the content type `application/json`. ' +
        'Send `Idempotency-Key` (a UUID) to have a request done once however often it is sent.',
    },
    servers: [{ url: publicUrl }],
    paths,
    components: {
      schemas: { Problem: jsonSchema(problemSchema, 'output') },
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: cookie } },
    },
  };
}

function operation({ method, path, handler, declares }: RouteFound): Operation {
  const contract: Route | undefined = declares.route;
  const body = contract?.body ?? declares.body;
  const response = contract?.response ?? declares.response;
  return {
    operationId: handler.replace('Controller.', '_'),
    summary: declares.summary ?? handler,
    tags: [tagOf(path)],
    description:
      declares.performs === undefined ? `Reads: ${declares.reads ?? '?'}.` : `Act: \`${declares.performs}\`.`,
    security: declares.public === true ? [{}, { session: [] }] : [{ session: [] }],
    parameters: [...parameters(path, 'path', contract?.params), ...parameters(path, 'query', contract?.query)],
    ...(body && method !== 'GET' && { requestBody: { required: true, content: json(jsonSchema(body, 'input')) } }),
    responses: {
      '200': { description: 'Done', ...(response && { content: json(jsonSchema(response, 'output')) }) },
      default: {
        description: 'Refused or failed, with the reason (RFC 9457)',
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    },
  };
}

function parameters(path: string, place: 'path' | 'query', schema: z.ZodType | undefined): Parameter[] {
  const { properties = {}, required = [] } = (schema ? jsonSchema(schema, 'input') : {}) as {
    properties?: Record<string, Schema>;
    required?: readonly string[];
  };
  if (place === 'query') {
    return Object.entries(properties).map(([name, of]) => ({
      name,
      in: place,
      required: required.includes(name),
      schema: of,
    }));
  }
  const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
  return names.map((name) => ({ name, in: place, required: true, schema: properties[name] ?? { type: 'string' } }));
}

function jsonSchema(schema: z.ZodType, io: 'input' | 'output'): Schema {
  const made = z.toJSONSchema(schema, { io, unrepresentable: 'any', cycles: 'ref', reused: 'inline' });
  return Object.fromEntries(Object.entries(made).filter(([name]) => name !== '$schema'));
}

function tagOf(path: string): string {
  return path.replace(/^\/api\/v1\//, '/').split('/')[1] ?? 'server';
}

const json = (schema: Schema): Content => ({ 'application/json': { schema } });
