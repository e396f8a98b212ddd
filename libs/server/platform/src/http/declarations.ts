import { type ActName, type Route } from '@tavolo/contracts';
import { SetMetadata, applyDecorators } from '@nestjs/common';
import { type z } from 'zod';

/** What a handler (of a route or of a socket event) declares about itself. Kept as metadata under one key. */
export interface Declaration {
  readonly performs?: ActName | 'named_in_path';
  readonly reads?: string;
  readonly public?: boolean;
  readonly summary?: string;
  readonly route?: Route;
  readonly body?: z.ZodType;
  readonly response?: z.ZodType;
  readonly bodies?: BodiesByPath;
}

/** Bodies of a route that performs whichever act its path names: `bodies[value]` is the body where the path's `parameter` has that value. */
export interface BodiesByPath {
  readonly parameter: string;
  readonly bodies: Readonly<Record<string, z.ZodType>>;
}

const KEY = 'tavolo:declaration';

/** The act of a route or of a socket event. Needs a session unless `@Public()`. */
export const Performs = (act: ActName | 'named_in_path'): MethodDecorator & ClassDecorator =>
  declare({ performs: act });

/** What a route or a socket event reads, in a few words. Needs a session unless `@Public()`. */
export const Reads = (what: string): MethodDecorator & ClassDecorator => declare({ reads: what });

/** Needs no session. Whoever handles it decides what a visitor may see. */
export const Public = (): MethodDecorator & ClassDecorator => declare({ public: true });

/** Sentence and schemas for the documentation, where no contract says them. */
export const Documented = (what: Pick<Declaration, 'summary' | 'body' | 'response' | 'bodies'>): MethodDecorator =>
  applyDecorators(declare(what));

/** What has been declared on a handler; empty when nothing was. */
export function declarationOf(handler: object): Declaration {
  return (Reflect.getMetadata(KEY, handler) as Declaration | undefined) ?? {};
}

/** Adds to what the handler has already declared. On a class it does nothing for its methods: each names itself. */
export function declare(added: Declaration): MethodDecorator & ClassDecorator {
  return (target: object, property?: string | symbol, descriptor?: PropertyDescriptor) => {
    const handler = (descriptor?.value ?? target) as object;
    const merged = { ...declarationOf(handler), ...added };
    if (property !== undefined && descriptor !== undefined) SetMetadata(KEY, merged)(target, property, descriptor);
    else Reflect.defineMetadata(KEY, merged, target);
  };
}
