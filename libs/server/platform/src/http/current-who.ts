import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { visitor, type Who } from '../acts/who.js';
import { type Caller } from './client-addresses.js';

/** A request once the guards have seen it. */
export interface KnownRequest extends Caller {
  who?: Who;
  address?: string;
}

/** Who sent this request. `visitor` only on `@Public()` routes. */
export const CurrentWho = createParamDecorator(
  (_: unknown, context: ExecutionContext): Who => context.switchToHttp().getRequest<KnownRequest>().who ?? visitor,
);

/** From where this request comes, for limits only (see `ClientAddresses`); never stored. */
export const CurrentAddress = createParamDecorator(
  (_: unknown, context: ExecutionContext): string =>
    context.switchToHttp().getRequest<KnownRequest>().address ?? 'unknown',
);
