import { type Problem } from '@tavolo/contracts';

/** Thrown when the server answers with a problem (RFC 9457), or when it cannot be reached (`offline`) or understood (`unexpected_answer`). */
export class ProblemError extends Error {
  constructor(readonly problem: Pick<Problem, 'code' | 'status' | 'params' | 'instance'> & Partial<Problem>) {
    super(problem.code);
    this.name = 'ProblemError';
  }
}

const plain = (code: string, status: number): ProblemError =>
  new ProblemError({ code, status, params: {}, instance: '' });

/** There was no answer at all. */
export const offline = (): ProblemError => plain('offline', 0);

/** The problem in an answer of the server. */
export async function problemOf(answer: Response): Promise<ProblemError> {
  const body: unknown = await answer.json().catch(() => null);
  return isProblem(body) ? new ProblemError(body) : plain('unexpected_answer', answer.status);
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** As much of a problem as is relied upon; the schema itself is not part of the client. */
const isProblem = (body: unknown): body is Problem =>
  isRecord(body) && typeof body.code === 'string' && typeof body.status === 'number' && isRecord(body.params);

/** Whether trying again may help: no answer, or the server was busy or away. */
export const isPassing = (error: unknown): boolean =>
  error instanceof ProblemError &&
  (error.problem.status === 0 || error.problem.status === 503 || error.problem.code === 'busy');

/** Whether the server no longer knows the session with which it was asked. */
export const isSessionOver = (error: unknown): boolean =>
  error instanceof ProblemError && error.problem.code === 'no_session';
