import { type ProposalText } from '@tavolo/contracts';
import { type Instant, type MemberId } from '@tavolo/kernel';

/** The live text of a proposal as it reads now. */
export interface LiveText {
  readonly text: ProposalText;
  /** Base64 SHA-256 of the canonical JSON of `text`. */
  readonly textHash: string;
}

/** A live text that nobody can change any more. */
export interface StoppedText extends LiveText {
  /** Yjs V1 state. */
  readonly state: Uint8Array;
  /** Base64 SHA-256 of `state`. */
  readonly stateHash: string;
  /** Who wrote in it since it began, in the order of their first words. */
  readonly contributors: readonly MemberId[];
}

/** The shared texts of proposals, as acts use them. A text has the id of its proposal. */
export abstract class SharedTexts {
  /** The text as it reads now. Throws `DomainRefusal('text_unreadable')` when the document holds what is no text of a proposal. */
  abstract live(proposal: string): Promise<LiveText>;

  /**
   * Stops writing on every screen, waits until what was accepted is stored, and reads the text. Whether it stays stopped is decided by the
   * procedure: call `reconsider` when the act is done, and also when it failed.
   */
  abstract stop(proposal: string): Promise<StoppedText>;

  /** Asks again who may read and write a text, from what is committed now: opens a stopped text, closes one, removes people. */
  abstract reconsider(keyOrId: string): Promise<void>;

  /** The same for every open text, when people have changed. */
  abstract reconsiderAll(): Promise<void>;

  /**
   * For imports and for tests: makes a text read as `text`, as if the member had typed what is different, at that moment; everybody sees it
   * at once. Possible also while the text is frozen.
   */
  abstract rewrite(proposal: string, member: string, text: ProposalText, at: Instant): Promise<LiveText>;
}
