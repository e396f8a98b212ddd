import { problemIn, refusalText, useNaming } from '@tavolo/web-ui';

/** Refusals that are about the reason that was written, or not written; invisible words are no words for the server either. */
const aboutReason: ReadonlySet<string> = new Set([
  'reason_required',
  'reason_too_short',
  'statement_required',
  'invalid_input',
]);

/** Whether an act was refused for its reason or statement. */
export const isAboutReason = (error: unknown): boolean => error !== null && aboutReason.has(problemIn(error).code);

/** What a refused act says about its reason, to stand at the field; `null` when the refusal is about something else. */
export function useReasonFault(error: unknown, missing: string): string | null {
  const naming = useNaming();
  if (!isAboutReason(error)) return null;
  const problem = problemIn(error);
  return problem.code === 'reason_too_short' ? refusalText({ ...problem, code: problem.code }, naming) : missing;
}
