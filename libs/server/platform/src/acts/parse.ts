import { type Issue } from '@tavolo/contracts';
import { type z } from 'zod';
import { InvalidInput } from './problems.js';

/** `input` as `schema` reads it. Throws `InvalidInput` with every issue; paths begin with `at` (`body.title`). */
export function parse<Value>(schema: z.ZodType<Value>, input: unknown, at = ''): Value {
  const result = schema.safeParse(input);
  if (result.success) return result.data;
  throw new InvalidInput(issuesOf(result.error, at));
}

/** Every issue with its path, beginning with `at`. */
export function issuesOf(error: z.ZodError, at: string): Issue[] {
  return error.issues.map(({ path, code, message }) => ({
    path: [...(at === '' ? [] : [at]), ...path.map(String)].join('.'),
    code,
    message,
  }));
}
