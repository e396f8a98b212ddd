import { Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { type Instant } from '@tavolo/kernel';
import { ActRunner, system } from '@tavolo/server-platform';
import { DocumentLog } from './document-log.repository.js';
import { NothingWritten, RecordRevision } from './record-revision.act.js';

/** Milliseconds of writing that one entry of the log vouches for, unless the text is left or frozen before. */
const stretch = 60_000;

/** Records a revision of a text a minute after somebody wrote in it, when everybody has left it, and when it is frozen. */
@Injectable()
export class RevisionRecorder implements OnApplicationBootstrap {
  readonly #log = new Logger('RevisionRecorder');
  readonly #timers = new Map<string, NodeJS.Timeout>();
  readonly #running = new Set<Promise<void>>();

  constructor(
    private readonly runner: ActRunner,
    private readonly act: RecordRevision,
    private readonly updates: DocumentLog,
  ) {}

  /** A process that was killed may have left changes unrecorded. */
  async onApplicationBootstrap(): Promise<void> {
    for (const doc of await this.updates.unrecordedTexts()) this.written(doc);
  }

  /** Records what is left; called when nobody can write any more. */
  async close(): Promise<void> {
    for (const doc of [...this.#timers.keys()]) void this.record(doc);
    await Promise.all(this.#running);
  }

  /** Somebody has written in a text. */
  written(doc: string): void {
    if (this.#timers.has(doc)) return;
    const timer = setTimeout(() => void this.record(doc), stretch);
    timer.unref();
    this.#timers.set(doc, timer);
  }

  /** Records what is unrecorded in a text, at the time of the clock unless `at` is given. A failure is logged and tried again later. */
  async record(doc: string, at?: Instant): Promise<void> {
    clearTimeout(this.#timers.get(doc));
    this.#timers.delete(doc);
    const recording = this.#record(doc, at);
    this.#running.add(recording);
    await recording.finally(() => this.#running.delete(recording));
  }

  async #record(doc: string, at: Instant | undefined): Promise<void> {
    try {
      await this.runner.run(this.act, { doc }, system, at === undefined ? {} : { at });
    } catch (error) {
      if (error instanceof NothingWritten) return;
      this.#log.error(`could not record a revision of ${doc}: ${String(error)}`);
      this.written(doc);
    }
  }
}
