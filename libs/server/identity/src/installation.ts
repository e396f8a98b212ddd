import { type Config } from '@tavolo/server-platform';

/** What the installation says about itself to everybody. */
export class Installation {
  constructor(
    private readonly config: Pick<Config, 'mode' | 'smtp'>,
    /** Version of the software, as its package says. */
    readonly version: string,
  ) {}

  get mode(): Config['mode'] {
    return this.config.mode;
  }

  /** A demonstration has people to sign in as, and no accounts: there is nothing to set up. */
  get isDemo(): boolean {
    return this.config.mode === 'demo';
  }

  /** Whether mails that would have been sent can be read on a page. */
  get outbox(): boolean {
    return this.config.smtp === null && this.config.mode !== 'production';
  }
}
