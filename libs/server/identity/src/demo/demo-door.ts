import { NotFound } from '@tavolo/server-platform';

/** The way in without a password. It exists in demo mode only; elsewhere it looks as if there had never been one. */
export class DemoDoor {
  constructor(private readonly isDemo: boolean) {}

  /** Throws `NotFound` outside demo mode. */
  mustBeOpen(): void {
    if (!this.isDemo) throw new NotFound();
  }
}
