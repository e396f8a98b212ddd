import { Logger, type BeforeApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { type KeyRotation } from './key-rotation.js';
import { type RestoreGuard } from './restore-guard.js';

const DAY_MILLIS = 86_400_000;

/** What must happen to the logs before anything is signed, and each day after. */
export class LogOperations implements OnModuleInit, BeforeApplicationShutdown {
  readonly #log = new Logger('LogKeys');
  #daily: NodeJS.Timeout | null = null;

  private constructor(private readonly rotation: KeyRotation) {}

  /** Throws, in plain words for the operator, when the database does not continue what was signed. */
  static async prepare(guard: RestoreGuard, rotation: KeyRotation): Promise<LogOperations> {
    await guard.check();
    await rotation.run();
    return new LogOperations(rotation);
  }

  onModuleInit(): void {
    this.#daily = setInterval(() => void this.#retire(), DAY_MILLIS);
    this.#daily.unref();
  }

  beforeApplicationShutdown(): void {
    if (this.#daily) clearInterval(this.#daily);
  }

  async #retire(): Promise<void> {
    try {
      await this.rotation.retireDue();
    } catch (error) {
      // It is tried again tomorrow, and at each start.
      this.#log.error(error instanceof Error ? error.message : String(error));
    }
  }
}
