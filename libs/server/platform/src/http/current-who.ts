import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { visitor, type Who } from '../acts/who.js';

/** A request once the session guard has seen it. */
export interface KnownRequest {
  who?: Who;
  headers: { cookie?: string };
}

/** Who sent this request. `visitor` only on `@Public()` routes. */
export const CurrentWho = createParamDecorator(
  (_: unknown, context: ExecutionContext): Who => context.switchToHttp().getRequest<KnownRequest>().who ?? visitor,
);
