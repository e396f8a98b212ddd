import { platformProblems, type Problem } from '@tavolo/contracts';
import { Catch, HttpException, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import { type Response } from 'express';
import { randomUUID } from 'node:crypto';
import { ExpectedProblem, PlatformRefusal, TooManyRequests, type ProblemContent } from '../acts/problems.js';

/** Turns whatever is thrown into problem details. Of an unexpected error the client learns only the id under which it was logged. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  readonly #log = new Logger('HTTP');

  catch(error: unknown, host: ArgumentsHost): void {
    const response = host.switchToHttp().getResponse<Response>();
    const problem = toProblem(error);
    if (problem.status >= 500) {
      this.#log.error(`${problem.instance} ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    }
    if (response.headersSent) {
      response.destroy();
      return;
    }
    if (error instanceof TooManyRequests) response.setHeader('Retry-After', String(error.retryAfterSeconds));
    response.status(problem.status).type('application/problem+json').send(JSON.stringify(problem));
  }
}

/** The problem details of any error. */
export function toProblem(error: unknown): Problem {
  const { code, status, title, detail, rule, params, issues, explanation } = contentOf(error);
  const plainParams = JSON.parse(JSON.stringify(params ?? {})) as Problem['params'];
  return {
    type: `urn:tavolo:problem:${code}`,
    title,
    status,
    detail: detail ?? title,
    instance: `urn:uuid:${randomUUID()}`,
    code,
    params: plainParams,
    ...(rule !== undefined && { rule }),
    ...(issues !== undefined && { issues: [...issues] }),
    ...(explanation !== undefined && {
      explanation: JSON.parse(JSON.stringify(explanation)) as NonNullable<Problem['explanation']>,
    }),
  };
}

function contentOf(error: unknown): ProblemContent {
  if (error instanceof ExpectedProblem) return error.content;
  const status = statusOf(error);
  const code = (Object.keys(platformProblems) as (keyof typeof platformProblems)[]).find(
    (name) => platformProblems[name].status === status && generic.has(name),
  );
  return new PlatformRefusal(code ?? 'internal').content;
}

/** What a bare status of Nest or of the body parser stands for. */
const generic = new Set<string>([
  'malformed_json',
  'no_session',
  'not_allowed',
  'not_found',
  'method_not_allowed',
  'too_large',
  'json_required',
]);

function statusOf(error: unknown): number {
  if (error instanceof HttpException) return error.getStatus();
  const status = typeof error === 'object' && error !== null && 'status' in error ? error.status : undefined;
  return typeof status === 'number' ? status : 500;
}
