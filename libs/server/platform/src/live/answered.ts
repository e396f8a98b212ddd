import { type LiveAnswer, type LiveError } from '@tavolo/contracts';
import { Logger } from '@nestjs/common';
import { ExpectedProblem } from '../acts/problems.js';

const log = new Logger('Sockets');

/** The answer to a message over a socket: what `work` gives, or why not. Never throws; an unexpected error is logged and says nothing. */
export async function answered<Data>(work: () => Data | Promise<Data>): Promise<LiveAnswer<Data>> {
  try {
    return { ok: true, data: await work() };
  } catch (error) {
    return { ok: false, error: saidOf(error, 'internal') };
  }
}

/**
 * What a client is told whose connection to a namespace is refused: `connect_error` with the code as its message and the error as `data`.
 * Of an unexpected error (the database is away) she learns that she may try again later, and nothing else.
 */
export function refusedConnection(error: unknown): Error & { readonly data: LiveError } {
  const data = saidOf(error, 'unavailable');
  return Object.assign(new Error(data.code), { data });
}

function saidOf(error: unknown, unexpected: 'internal' | 'unavailable'): LiveError {
  if (error instanceof ExpectedProblem) return { code: error.content.code, params: error.content.params ?? {} };
  log.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
  return { code: unexpected, params: {} };
}
