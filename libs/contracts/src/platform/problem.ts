import { z } from 'zod';

/** One thing that is wrong with a request: where (`body.title`, `query.limit`) and a machine code of zod (`too_small`, `invalid_type`). */
export const issueSchema = z.object({
  path: z.string(),
  code: z.string(),
  message: z.string(),
});
export type Issue = z.infer<typeof issueSchema>;

/**
 * Problem details (RFC 9457), the body of every answer with a status of 400 or above (`application/problem+json`).
 * `title` and `detail` are English; a client says the same in the reader's language from `code` and `params`, under the
 * message keys `problem.<code>.title` and `problem.<code>.detail`.
 */
export const problemSchema = z.object({
  /** `urn:tavolo:problem:<code>`. */
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  /** Identifies this one occurrence; also in the server's log. */
  instance: z.string(),
  /** Machine code: one of `platformProblems`, or a refusal code of the domain. */
  code: z.string(),
  /** The rule that refuses, when a rule does: `2.1 Ballots`, `decision.threshold`. */
  rule: z.string().optional(),
  params: z.record(z.string(), z.json()),
  issues: z.array(issueSchema).optional(),
  /** Explanation tree of the domain, printed by the same words as a result. */
  explanation: z.json().optional(),
});
export type Problem = z.infer<typeof problemSchema>;

/** The problems that the platform itself answers with: English title, and the status that goes with it. */
export const platformProblems = {
  invalid_input: { status: 400, title: 'Something in the request is not as it should be' },
  malformed_json: { status: 400, title: 'The request is not valid JSON' },
  no_session: { status: 401, title: 'Please sign in first' },
  not_allowed: { status: 403, title: 'You may not do this' },
  foreign_origin: { status: 403, title: 'The request does not come from this site' },
  not_found: { status: 404, title: 'There is nothing here that you may see' },
  method_not_allowed: { status: 405, title: 'This cannot be asked for in this way' },
  key_reused: { status: 409, title: 'The same key was already used for something else' },
  busy: { status: 409, title: 'Several people changed the same thing at once; please try again' },
  too_large: { status: 413, title: 'The request is too large' },
  json_required: { status: 415, title: 'The request must be JSON' },
  too_many_requests: { status: 429, title: 'Too many requests; please wait a moment' },
  internal: { status: 500, title: 'Something went wrong on our side' },
  unavailable: { status: 503, title: 'The service is not available at the moment' },
} as const;
export type PlatformProblem = keyof typeof platformProblems;
