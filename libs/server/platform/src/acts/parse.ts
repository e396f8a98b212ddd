import { type Fault, type Issue, readInput } from '@tavolo/contracts';
import { type z } from 'zod';
import { InvalidInput } from './problems.js';

/** `input` as `schema` reads it. Throws `InvalidInput` with every issue; paths begin with `at` (`body.title`). */
export function parse<Value>(schema: z.ZodType<Value>, input: unknown, at = ''): Value {
  const result = readInput(schema, input);
  if (result.success) return result.data;
  throw new InvalidInput(issuesOf(result.issues, at));
}

/** Every issue with its path, beginning with `at`. */
export function issuesOf(faults: readonly Fault[], at: string): Issue[] {
  return faults.map(({ path, code, message }) => ({
    path: [...(at === '' ? [] : [at]), ...path.map(String)].join('.'),
    code,
    message,
  }));
}
