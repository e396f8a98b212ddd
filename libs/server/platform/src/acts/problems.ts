import { platformProblems, type Issue, type PlatformProblem } from '@tavolo/contracts';
import { type Explanation } from '@tavolo/governance';

/** What an error says to the one who asked; everything in it may be shown to her. */
export interface ProblemContent {
  readonly code: string;
  readonly status: number;
  readonly title: string;
  /** English, one or two sentences; the client prints its own words from `code` and `params`. */
  readonly detail?: string | undefined;
  readonly rule?: string | undefined;
  readonly params?: Readonly<Record<string, unknown>> | undefined;
  readonly issues?: readonly Issue[] | undefined;
  readonly explanation?: Explanation | undefined;
}

/** An error whose content goes to the client as problem details. Anything else that is thrown becomes `internal`, without content. */
export abstract class ExpectedProblem extends Error {
  constructor(readonly content: ProblemContent) {
    super(content.detail ?? content.title);
    this.name = new.target.name;
  }
}

/** A refusal by the domain: `Refusal` of `@tavolo/governance`, or the same shape with a code of the context's own. */
export interface RefusalContent {
  readonly code: string;
  readonly rule?: string;
  readonly params?: Readonly<Record<string, unknown>>;
  readonly explanation?: Explanation;
}

export interface RefusalOptions {
  /** 422 unless given: the request is well formed and the rules refuse it. */
  readonly status?: 403 | 404 | 409 | 422;
  /** English sentence, when the code alone says too little. */
  readonly detail?: string;
}

/** The rules refuse what was asked. Nothing has been changed. */
export class DomainRefusal extends ExpectedProblem {
  constructor(
    readonly refusal: RefusalContent,
    options: RefusalOptions = {},
  ) {
    super({
      code: refusal.code,
      status: options.status ?? 422,
      title: sentence(refusal.code),
      detail: options.detail,
      rule: refusal.rule,
      params: refusal.params,
      explanation: refusal.explanation,
    });
  }
}

/** A problem of the platform's own list, with parameters. */
export class PlatformRefusal extends ExpectedProblem {
  constructor(code: PlatformProblem, params: Readonly<Record<string, unknown>> = {}, issues?: readonly Issue[]) {
    super({ code, ...platformProblems[code], params, issues });
  }
}

/** There is nothing of that name, or nothing that this reader may know of: the two must look alike. */
export class NotFound extends PlatformRefusal {
  constructor(what?: string, params: Readonly<Record<string, unknown>> = {}) {
    super('not_found', what === undefined ? params : { what, ...params });
  }
}

/** She is known, and may not. For what she may not even know of, throw `NotFound`. */
export class NotAllowed extends PlatformRefusal {
  constructor(needed?: string, params: Readonly<Record<string, unknown>> = {}) {
    super('not_allowed', needed === undefined ? params : { needed, ...params });
  }
}

/** Nobody is signed in, and this needs somebody. */
export class SessionRequired extends PlatformRefusal {
  constructor() {
    super('no_session');
  }
}

/** The input does not have the shape that the contract asks for; all issues at once, each with its path. */
export class InvalidInput extends PlatformRefusal {
  constructor(issues: readonly Issue[]) {
    super('invalid_input', {}, issues);
  }
}

/** Too many attempts; `retryAfterSeconds` says when the next one is possible. */
export class TooManyRequests extends PlatformRefusal {
  constructor(readonly retryAfterSeconds: number) {
    super('too_many_requests', { retryAfterSeconds });
  }
}

/** `ballot.no_quorum` -> `Ballot: no quorum`. */
function sentence(code: string): string {
  const words = code.replaceAll('.', ': ').replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
