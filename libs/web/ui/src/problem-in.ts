import { type Explanation } from '@tavolo/governance';

/** What the components need of a problem (RFC 9457; contracts `Problem`). */
export interface ProblemLike {
  readonly code: string;
  readonly instance: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly rule?: string | undefined;
  readonly explanation?: Explanation | undefined;
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** Finds the problem in what was thrown: the thing itself, or its `problem`; anything else is an unknown problem. */
export function problemIn(error: unknown): ProblemLike {
  const found = isRecord(error) && isRecord(error.problem) ? error.problem : error;
  if (!isRecord(found) || typeof found.code !== 'string') return { code: 'other', instance: '', params: {} };
  return {
    code: found.code,
    instance: typeof found.instance === 'string' ? found.instance : '',
    params: isRecord(found.params) ? found.params : {},
    rule: typeof found.rule === 'string' ? found.rule : undefined,
    explanation: isExplanation(found.explanation) ? found.explanation : undefined,
  };
}

const isExplanation = (value: unknown): value is Explanation =>
  isRecord(value) && typeof value.key === 'string' && Array.isArray(value.children) && isRecord(value.values);
