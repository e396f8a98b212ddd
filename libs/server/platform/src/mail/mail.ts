import { type Language } from '@tavolo/kernel';
import { type EntityManager } from 'typeorm';

export interface Letter {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html?: string;
  /** The language it is written in: that of its reader. */
  readonly language: Language;
}

/** Sends mails. Call it after the commit of the act that is the reason for the mail (`context.afterCommit`). */
export abstract class Mail {
  /**
   * Resolves when the mail is safe: stored, and from then on tried until it is delivered. With the `manager` of a transaction it is stored
   * in that: it goes out if the transaction is committed, and only then.
   */
  abstract send(letter: Letter, manager?: EntityManager): Promise<void>;
}
