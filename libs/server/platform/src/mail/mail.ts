import { type Language } from '@tavolo/kernel';

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
  /** Resolves when the mail is safe: stored, and from then on tried until it is delivered. */
  abstract send(letter: Letter): Promise<void>;
}
