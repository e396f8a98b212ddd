import { type LiveAnswer } from '@tavolo/contracts';
import { Logger } from '@nestjs/common';
import { ExpectedProblem } from '../acts/problems.js';

const log = new Logger('Sockets');

/** The answer to a message over a socket: what `work` gives, or why not. Never throws; an unexpected error is logged and says nothing. */
export async function answered<Data>(work: () => Data | Promise<Data>): Promise<LiveAnswer<Data>> {
  try {
    return { ok: true, data: await work() };
  } catch (error) {
    if (error instanceof ExpectedProblem) {
      const { code, params } = error.content;
      return { ok: false, error: { code, params: params ?? {} } };
    }
    log.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
    return { ok: false, error: { code: 'internal', params: {} } };
  }
}
