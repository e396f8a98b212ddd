import type * as Y from 'yjs';
import { type CollabConnection } from './collab-socket.js';
import { type LocalCopy } from './local-copy.js';

export interface ProviderOptions {
  readonly connection: CollabConnection;
  readonly documentId: string;
  /** Where unacknowledged changes survive a reload; without it they live as long as the page. */
  readonly localCopy?: LocalCopy;
  /**
   * Puts back into the document what this person wrote and what went with a part that somebody removed without having received it.
   * Without it, it is gone.
   */
  readonly bringBack?: (doc: Y.Doc, lost: readonly Y.Item[]) => void;
  /** Milliseconds since 1970; the time of the device by default. */
  readonly now?: () => number;
  readonly timing?: Partial<ProviderTiming>;
}

/** Milliseconds. */
export interface ProviderTiming {
  /** An answer that takes longer (to a single change: half as long) is given up, and both sides compare what they hold. */
  readonly answerMs: number;
  /** Pauses before joining again after a refusal: the first, doubled each time, up to the longest. */
  readonly retryMs: number;
  readonly longestRetryMs: number;
  readonly awarenessEveryMs: number;
}

export const defaultTiming: ProviderTiming = {
  answerMs: 10_000,
  retryMs: 200,
  longestRetryMs: 5_000,
  awarenessEveryMs: 100,
};
