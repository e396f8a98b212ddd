import type { StartLog } from './start-log.js';

/**
 * Tells the person at the terminal what a start does and how far it is: one plain line a step, with the seconds since the
 * process began. The structured log is another thing (see `log.ts`).
 */
export class Progress implements StartLog {
  private readonly told = new Map<string, number>();

  /** `write` takes a line with its end; `seconds` says how long the process has been running. */
  constructor(
    private readonly write: (line: string) => void = (line) => void process.stdout.write(line),
    private readonly seconds: () => number = () => performance.now() / 1000,
  ) {}

  info(line: string): void {
    this.write(`${this.seconds().toFixed(1).padStart(6)} s  ${line}\n`);
  }

  warn(line: string): void {
    this.info(`Warning: ${line}`);
  }

  /** How far a longer step is; speaks at each tenth only. `done` of `total`, both counts. */
  share(step: string, done: number, total: number): void {
    const tenth = total > 0 ? Math.floor((10 * done) / total) : 10;
    if (tenth <= (this.told.get(step) ?? -1)) return;
    this.told.set(step, tenth);
    this.info(`${step}: ${tenth * 10} %`);
  }
}
