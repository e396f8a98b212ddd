import { type z } from 'zod';

/** What a schema makes of an input: the value, or everything that is wrong with it. */
export type Reading<Value> =
  { readonly success: true; readonly data: Value } | { readonly success: false; readonly issues: readonly Fault[] };

/** One thing that is wrong, and where. */
export type Fault = Pick<z.core.$ZodIssue, 'path' | 'code' | 'message'>;

/**
 * Reads what a stranger sent. Never throws: a schema's own checks may stumble over an object that only passes itself off
 * as a list or a text (`{ length: {} }`), and that is a fault of the input like any other.
 */
export function readInput<Value>(schema: z.ZodType<Value>, input: unknown): Reading<Value> {
  try {
    const result = schema.safeParse(input);
    return result.success ? result : { success: false, issues: result.error.issues };
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return {
      success: false,
      issues: [{ path: [], code: 'invalid_type', message: 'holds something that cannot be read' }],
    };
  }
}
