import { Logger } from '@nestjs/common';
import { type DataSource } from 'typeorm';

/** What the database answers when nothing is wrong with the request, and it cannot write. */
const reasons: Readonly<Record<string, string>> = {
  '53100': 'the disk of the database is full: nothing can be recorded until there is room again',
  '58030': 'the disk of the database does not take what is written: nothing can be recorded',
  '25006': 'the database can only be read: nothing can be recorded',
};

/** A probe is good for so long, however often somebody asks. */
const PROBE_EVERY_MILLIS = 5000;
/** So long a failed act outweighs a probe that succeeds: the act may have needed more than the probe. */
const ACT_COUNTS_MILLIS = 30_000;

/**
 * Writes something that means nothing, and takes a few megabytes of room for a moment, as a sort that does not fit into
 * memory does: a disk that is full lets small changes happen for a while yet.
 */
const PROBE = `
  set local statement_timeout = '10s';
  set local work_mem = '64kB';
  select setval('platform_write_probe', 1);
  select count(*) from (select repeat('x', 1000) || n as filler from generate_series(1, 4000) as n order by 1 desc) as sorted`;

/**
 * Whether the database takes what is written, as far as this process knows: from the acts, and from a small write of its
 * own when somebody asks. A failed act counts until one succeeds, or until probes have succeeded for half a minute.
 */
export class WriteWatch {
  readonly #log = new Logger('Health');
  #failedAct: { readonly why: string; readonly at: number } | null = null;
  #probe: { readonly why: Promise<string | null>; readonly at: number } | null = null;
  #told: string | null = null;

  /** `now` in milliseconds, never going back. */
  constructor(
    private readonly dataSource: DataSource,
    private readonly now: () => number = () => performance.now(),
  ) {}

  /** An act failed with this error; only those that say that nothing can be written matter. */
  failed(error: unknown): void {
    const why = reasonOf(error);
    if (why !== null) this.#failedAct = { why, at: this.now() };
  }

  /** An act was committed. */
  succeeded(): void {
    this.#failedAct = null;
  }

  /**
   * Why nothing can be written, in one plain sentence for the operator; null when it can.
   * @throws Error of the database when it cannot be asked at all.
   */
  async trouble(): Promise<string | null> {
    if (this.#failedAct && this.now() - this.#failedAct.at >= ACT_COUNTS_MILLIS) this.#failedAct = null;
    const probed = await this.#probed();
    const why = this.#failedAct?.why ?? probed;
    if (why !== this.#told) {
      // Once: a health check asks again every few seconds.
      if (why === null) this.#log.warn('the database takes what is written again');
      else this.#log.error(why);
      this.#told = why;
    }
    return why;
  }

  #probed(): Promise<string | null> {
    if (this.#probe && this.now() - this.#probe.at < PROBE_EVERY_MILLIS) return this.#probe.why;
    const why = this.#tryToWrite();
    this.#probe = { why, at: this.now() };
    // What cannot be asked now is asked again next time.
    why.catch(() => (this.#probe = null));
    return why;
  }

  async #tryToWrite(): Promise<string | null> {
    try {
      await this.dataSource.transaction((manager) => manager.query(PROBE));
      return null;
    } catch (error) {
      const why = reasonOf(error);
      if (why === null) throw error;
      return why;
    }
  }
}

function reasonOf(error: unknown): string | null {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? (reasons[code] ?? null) : null;
}
