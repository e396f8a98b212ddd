import { problemSchema, type ActName, type Route } from '@tavolo/contracts';
import { type z } from 'zod';
import { type RouteFound } from '../architecture/handlers.js';
import { SchemaShelf, type Schema } from './schema-shelf.js';

/** As much of OpenAPI 3.1 as the document uses. */
export interface OpenApiDocument {
  readonly openapi: '3.1.1';
  readonly info: { readonly title: string; readonly version: string; readonly description: string };
  readonly servers: readonly { readonly url: string }[];
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>>; readonly securitySchemes: object };
}

export { type Schema } from './schema-shelf.js';

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
  const shelf = new SchemaShelf();
  shelf.name('Problem', problemSchema);
  const paths: Record<string, Record<string, Operation>> = {};
  for (const route of routes.flatMap(eachAct))
    (paths[route.path] ??= {})[route.method.toLowerCase()] = operation(route, shelf);
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
      schemas: shelf.shared,
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: cookie } },
    },
  };
}

/** A route that takes another body for each value in its path, as one route for each value; any other as it is. */
function eachAct(route: RouteFound): readonly RouteFound[] {
  const { bodies: byPath, ...declares } = route.declares;
  if (!byPath) return [route];
  return Object.entries(byPath.bodies).map(([value, body]) => ({
    ...route,
    path: route.path.replace(`{${byPath.parameter}}`, value),
    handler: `${route.handler}_${value}`,
    declares: {
      ...declares,
      body,
      ...(declares.performs === 'named_in_path' && { performs: value as ActName }),
    },
  }));
}

function operation({ method, path, handler, declares }: RouteFound, shelf: SchemaShelf): Operation {
  const contract: Route | undefined = declares.route;
  const body = declares.body ?? contract?.body;
  const response = contract?.response ?? declares.response;
  return {
    operationId: handler.replace('Controller.', '_'),
    summary: declares.summary ?? handler,
    tags: [tagOf(path)],
    description:
      declares.performs === undefined ? `Reads: ${declares.reads ?? '?'}.` : `Act: \`${declares.performs}\`.`,
    security: declares.public === true ? [{}, { session: [] }] : [{ session: [] }],
    parameters: [
      ...parameters(path, 'path', contract?.params, shelf),
      ...parameters(path, 'query', contract?.query, shelf),
    ],
    ...(body && method !== 'GET' && { requestBody: { required: true, content: json(shelf.schemaOf(body, 'input')) } }),
    responses: {
      '200': { description: 'Done', ...(response && { content: json(shelf.schemaOf(response, 'output')) }) },
      default: {
        description: 'Refused or failed, with the reason (RFC 9457)',
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    },
  };
}

function parameters(
  path: string,
  place: 'path' | 'query',
  schema: z.ZodType | undefined,
  shelf: SchemaShelf,
): Parameter[] {
  const { properties = {}, required = [] } = (schema ? shelf.schemaOf(schema, 'input') : {}) as {
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

function tagOf(path: string): string {
  return path.replace(/^\/api\/v1\//, '/').split('/')[1] ?? 'server';
}

const json = (schema: Schema): Content => ({ 'application/json': { schema } });
