import { type CollabError, type CollabErrorCode } from '@tavolo/contracts';

/** Thrown where a message of a client is not taken; becomes its answer. */
export class Refusal extends Error {
  constructor(
    readonly code: CollabErrorCode,
    /** No honest client sends this: it counts against the socket. */
    readonly hostile = false,
    readonly retryAfterMs?: number,
  ) {
    super(code);
    this.name = 'Refusal';
  }

  get error(): CollabError {
    return this.retryAfterMs === undefined
      ? { code: this.code }
      : { code: this.code, retryAfterMs: Math.ceil(this.retryAfterMs) };
  }
}
