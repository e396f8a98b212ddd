import { Logger } from '@nestjs/common';
import { createTransport, type Transporter } from 'nodemailer';
import { type EntityManager } from 'typeorm';
import { WakeUp } from '../clock/wake-up.js';
import { Mail, type Letter } from './mail.js';
import { type MailStore, type StoredLetter } from './mail-store.js';

export interface SmtpOptions {
  /** `smtp://` or `smtps://`, with user and password where the server wants them. */
  readonly url: string;
  readonly from: string;
}

/** Waits between the attempts: half a minute, doubling, about two days in all. */
const RETRY_SECONDS = 30;
const MOST_ATTEMPTS = 12;
/** Nobody else tries a mail while an attempt may still be under way. */
const HOLD_SECONDS = 120;
const LOOK_MILLIS = 10_000;

/** Delivers over SMTP. A mail is stored first, so neither a crash nor a server that is down loses it. */
export class SmtpMail extends Mail {
  readonly #log = new Logger('Mail');
  readonly #wakeUp = new WakeUp();
  readonly #transport: Transporter;
  #running: Promise<void> | null = null;
  #stopping = false;

  constructor(
    private readonly store: MailStore,
    private readonly options: SmtpOptions,
  ) {
    super();
    this.#transport = createTransport({
      url: options.url,
      connectionTimeout: 10_000,
      greetingTimeout: 10_000,
      socketTimeout: 60_000,
      disableFileAccess: true,
      disableUrlAccess: true,
    });
  }

  override async send(letter: Letter, manager?: EntityManager): Promise<void> {
    await this.store.keep(letter, { at: new Date(), due: true }, manager);
    this.#wakeUp.call();
  }

  start(): void {
    this.#running ??= this.#loop();
  }

  async stop(): Promise<void> {
    this.#stopping = true;
    this.#wakeUp.call();
    await this.#running;
    this.#transport.close();
  }

  async #loop(): Promise<void> {
    while (!this.#stopping) {
      try {
        const due = await this.store.takeDue(20, HOLD_SECONDS);
        for (const letter of due) await this.#deliver(letter);
        if (due.length > 0) continue;
      } catch (error) {
        this.#log.error(messageOf(error));
      }
      await this.#wakeUp.wait(LOOK_MILLIS);
    }
  }

  async #deliver(letter: StoredLetter): Promise<void> {
    const { id, to, subject, text, html, language, attempts } = letter;
    try {
      await this.#transport.sendMail({
        from: this.options.from,
        to: { address: to, name: '' },
        subject,
        text,
        ...(html !== undefined && { html }),
        messageId: `<${id}@${domainOf(this.options.from)}>`,
        headers: { 'Content-Language': language, 'Auto-Submitted': 'auto-generated' },
      });
      await this.store.delivered(id);
    } catch (error) {
      const again = attempts < MOST_ATTEMPTS ? RETRY_SECONDS * 2 ** (attempts - 1) : null;
      this.#log.warn(`mail ${id} was not delivered (attempt ${attempts}): ${messageOf(error)}`);
      await this.store.failed(id, messageOf(error), again);
    }
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function domainOf(address: string): string {
  return /@([^\s>]+)/.exec(address)?.[1] ?? 'localhost';
}
