import { Injectable } from '@nestjs/common';

/** How many passwords of strangers are checked at once: each check keeps a thread busy and a connection to the database waiting. */
const places = 2;

/**
 * Lets a few at once through, the others one after the other as they came: a crowd that signs in must not use up the connections that
 * everybody else reads with.
 */
@Injectable()
export class Turnstile {
  readonly #waiting: (() => void)[] = [];
  #free = places;

  /** Does `work` when it is its turn; the next has a turn when it is done, however it ended. */
  async through<Result>(work: () => Promise<Result>): Promise<Result> {
    if (this.#free > 0) this.#free--;
    else await new Promise<void>((itsTurn) => this.#waiting.push(itsTurn));
    try {
      return await work();
    } finally {
      const next = this.#waiting.shift();
      if (next) next();
      else this.#free++;
    }
  }
}
