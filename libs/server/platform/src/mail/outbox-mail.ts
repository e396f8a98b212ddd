import { type EntityManager } from 'typeorm';
import { type Clock } from '../clock/clock.js';
import { Mail, type Letter } from './mail.js';
import { type MailStore } from './mail-store.js';

/** Keeps every mail where it can be read instead of sending it: there is no SMTP server. */
export class OutboxMail extends Mail {
  constructor(
    private readonly store: MailStore,
    private readonly clock: Clock,
  ) {
    super();
  }

  override async send(letter: Letter, manager?: EntityManager): Promise<void> {
    await this.store.keep(letter, { at: new Date(this.clock.now()), due: false }, manager);
  }
}
