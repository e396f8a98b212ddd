import { RequestMethod } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { MetadataScanner, ModulesContainer } from '@nestjs/core';
import { GATEWAY_METADATA, GATEWAY_OPTIONS, MESSAGE_METADATA } from '@nestjs/websockets/internal';
import { declarationOf, type Declaration } from '../declarations.js';

/** Anything that gives out the parts of a built application. */
export interface BuiltApplication {
  get<Part>(type: abstract new (...args: never[]) => Part, options?: { strict: boolean }): Part;
}

/** A route as the running application has it. */
export interface RouteFound {
  readonly method: string;
  /** `/api/v1/tables/{table}`. */
  readonly path: string;
  /** `TablesController.table`, to find it in the code. */
  readonly handler: string;
  readonly declares: Declaration;
}

/** An event that clients may send over a socket. */
export interface SocketEventFound {
  readonly namespace: string;
  readonly event: string;
  readonly handler: string;
  readonly declares: Declaration;
}

/** Every route of an application, sorted by path and method: read from what Nest registers, so none can be missing. */
export function routesOf(application: BuiltApplication): RouteFound[] {
  return handlersOf(application, 'controllers')
    .flatMap(({ type, name, handler }) => {
      const method = Reflect.getMetadata(METHOD_METADATA, handler) as RequestMethod | undefined;
      if (method === undefined) return [];
      const paths = pathsOf(type).flatMap((prefix) => pathsOf(handler).map((path) => joined(prefix, path)));
      return paths.map((path) => ({
        method: RequestMethod[method],
        path,
        handler: name,
        declares: declarationOf(handler),
      }));
    })
    .sort((a, b) => compare(a.path, b.path) || compare(a.method, b.method));
}

/** Every event of every gateway, sorted by namespace and name. */
export function socketEventsOf(application: BuiltApplication): SocketEventFound[] {
  return handlersOf(application, 'providers')
    .flatMap(({ type, name, handler }) => {
      if (Reflect.getMetadata(GATEWAY_METADATA, type) !== true) return [];
      const event = Reflect.getMetadata(MESSAGE_METADATA, handler) as string | undefined;
      if (event === undefined) return [];
      const options = Reflect.getMetadata(GATEWAY_OPTIONS, type) as { namespace?: string } | undefined;
      return [{ namespace: options?.namespace ?? '/', event, handler: name, declares: declarationOf(handler) }];
    })
    .sort((a, b) => compare(a.namespace, b.namespace) || compare(a.event, b.event));
}

interface HandlerFound {
  readonly type: object;
  readonly name: string;
  readonly handler: object;
}

function handlersOf(application: BuiltApplication, kind: 'controllers' | 'providers'): HandlerFound[] {
  const scanner = new MetadataScanner();
  const types = new Set<abstract new (...args: never[]) => object>();
  for (const module of application.get(ModulesContainer, { strict: false }).values()) {
    for (const { metatype } of module[kind].values()) {
      if (typeof metatype === 'function' && /^class\b/.test(String(metatype))) types.add(metatype as never);
    }
  }
  return [...types].flatMap((type) => {
    const prototype = type.prototype as Record<string, object>;
    return scanner
      .getAllMethodNames(prototype)
      .map((method) => ({ type, name: `${type.name}.${method}`, handler: prototype[method] ?? {} }));
  });
}

function pathsOf(target: object): string[] {
  const paths = Reflect.getMetadata(PATH_METADATA, target) as string | string[] | undefined;
  return Array.isArray(paths) ? paths : [paths ?? ''];
}

function joined(...parts: readonly string[]): string {
  const path = parts.flatMap((part) => part.split('/')).filter((part) => part !== '');
  return `/${path.map((part) => part.replace(/^:(\w+)$/, '{$1}')).join('/')}`;
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
