import { instant, type Instant } from '@tavolo/kernel';

/** What time it is for the rules of the tables. Acts get it as `context.now`; nothing else asks the computer's clock about a rule. */
export abstract class Clock {
  abstract now(): Instant;
  /** Whether the clock can be moved: demo and test mode only. */
  abstract readonly movable: boolean;
}

/** The computer's clock. */
export class SystemClock extends Clock {
  override readonly movable = false;

  override now(): Instant {
    return instant(Date.now());
  }
}
