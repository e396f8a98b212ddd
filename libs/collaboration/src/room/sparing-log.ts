import { type CollaborationLog } from './ports.js';

type Details = Readonly<Record<string, unknown>>;

interface Turn {
  readonly at: number;
  unsaid: number;
}

/** How often one message is written at most, in milliseconds. */
const everyMs = 10_000;

/**
 * Writes each message at most once in ten seconds, the next time with how often it was left out (`unsaid`): what clients send must not be
 * able to fill a log. The messages are constants of ours; what varies belongs into the details.
 */
export class SparingLog implements CollaborationLog {
  private readonly turns = new Map<string, Turn>();

  /** `now` gives milliseconds. */
  constructor(
    private readonly log: CollaborationLog,
    private readonly now: () => number = () => performance.now(),
  ) {}

  warn(message: string, details: Details): void {
    const unsaid = this.turn(message);
    if (unsaid !== undefined) this.log.warn(message, unsaid > 0 ? { ...details, unsaid } : details);
  }

  error(message: string, details: Details): void {
    const unsaid = this.turn(message);
    if (unsaid !== undefined) this.log.error(message, unsaid > 0 ? { ...details, unsaid } : details);
  }

  /** How often the message was left out since it was written last; `undefined` when it is left out again. */
  private turn(message: string): number | undefined {
    const now = this.now();
    const before = this.turns.get(message);
    if (before && now - before.at < everyMs) {
      before.unsaid++;
      return undefined;
    }
    this.turns.set(message, { at: now, unsaid: 0 });
    return before?.unsaid ?? 0;
  }
}
