/** Where an outage is told. */
export interface OutageLog {
  error(line: string): void;
  warn(line: string): void;
}

/** The longest wait is so many times the first one. */
const LONGEST = 16;

/**
 * A time in which nothing works, usually because the database is away: told in one line when it begins and in one when it
 * ends, with waits that grow in between.
 */
export class Outage {
  #tries = 0;
  #since = 0;

  /** `firstWait` in milliseconds; each further wait is twice as long, up to sixteen times the first. */
  constructor(
    private readonly log: OutageLog,
    private readonly firstWait: number,
  ) {}

  /** A try has failed. Returns how many milliseconds to wait before the next. */
  failed(error: unknown): number {
    if (this.#tries === 0) {
      this.#since = Date.now();
      this.log.error(`${reason(error)}; trying again, and the next line comes when it works`);
    }
    this.#tries += 1;
    return this.firstWait * Math.min(2 ** (this.#tries - 1), LONGEST);
  }

  /** A try has succeeded. */
  over(): void {
    if (this.#tries === 0) return;
    const seconds = Math.round((Date.now() - this.#since) / 1000);
    this.log.warn(`works again after ${seconds} s and ${this.#tries} failed ${this.#tries === 1 ? 'try' : 'tries'}`);
    this.#tries = 0;
  }
}

/** A refused connection to `localhost` comes as several errors in one, whose own message is empty. */
function reason(error: unknown): string {
  if (error instanceof AggregateError && error.message === '') return error.errors.map(reason).join(', ');
  return error instanceof Error ? error.message : String(error);
}
