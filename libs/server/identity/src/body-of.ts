import { type Route } from '@tavolo/contracts';
import { z } from 'zod';

/** The schema of the body of a route: what an act asks for is what the wire carries. */
export function bodyOf<P, Q, B, R>({ method, path, body }: Route<P, Q, B, R>): z.ZodType<B> {
  if (body === undefined) throw new Error(`${method} ${path} has no body`);
  return body;
}

/** The device that a session is opened on, in words; comes from the request, never from its body. */
export const onDevice = z.object({ device: z.string().max(60).default('unknown') });
