import { wrong } from '../audit-log-error.js';
import { base64 } from '../encoding/base64.js';
import { type Entry, type EntryFields } from './entry.js';

/** The last entry of a stream: its version and its leaf hash. */
export interface StreamHead {
  readonly sv: number;
  readonly leafHash: Uint8Array;
}

/** The `sv` and `prev` of the next entry of a stream, after its head (nothing for a new stream). */
export function nextInStream(head?: StreamHead): Pick<EntryFields, 'sv' | 'prev'> {
  return head ? { sv: head.sv + 1, prev: head.leafHash } : { sv: 1 };
}

interface SeenHead extends StreamHead {
  readonly index: number;
}

/** Follows the streams of a log in its order: versions dense from 1, each entry chained to the one before. */
export class StreamHeads {
  readonly #heads = new Map<string, SeenHead>();

  /**
   * Takes the next entry of the log.
   * @throws AuditLogError (wrong) when it does not continue its stream; it is taken as the head all the same
   */
  take(entry: Entry, leafHash: Uint8Array, index: number): void {
    const head = this.#heads.get(entry.stream);
    this.#heads.set(entry.stream, { sv: entry.sv, leafHash, index });
    const expected = (head?.sv ?? 0) + 1;
    if (entry.sv !== expected) {
      throw wrong(`version ${entry.sv} of the stream ${entry.stream}, where version ${expected} must follow`);
    }
    if (head && entry.prev !== base64(head.leafHash)) {
      throw wrong(`prev is not the leaf hash of the stream's previous entry, which is entry ${head.index}`);
    }
  }

  /** The head of a stream, or nothing when it has no entry. */
  head(stream: string): StreamHead | undefined {
    return this.#heads.get(stream);
  }
}
