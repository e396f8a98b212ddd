import { type ActName } from '@tavolo/contracts';
import { type Instant, type Json, type JsonObject } from '@tavolo/kernel';

/** Personal data or free text that belongs to an entry and can be erased without breaking the log (audit-log.md 2.5). */
export interface DisclosureDraft {
  readonly name: string;
  readonly value: Json;
  /** The person whose data it is, and under whose key it is sealed; `null` for text about nobody in particular. */
  readonly subject: string | null;
}

/** What an act records, before the platform gives it a version, a predecessor and an id. */
export interface EntryDraft {
  /** The log: `audit.space.id`. */
  readonly space: string;
  readonly act: ActName;
  /** The aggregate: `proposal:0198...`, `vote:B-1`. Its entries are chained, and two writers of it never pass unseen. */
  readonly stream: string;
  /** Pseudonym of who acted, scoped to the space; `null` for the system. */
  readonly actor: string | null;
  /** Ids, enumerations, hashes, safe integers; decimals and money as strings. Never personal data or free text. */
  readonly data: JsonObject;
  readonly disclosures?: readonly DisclosureDraft[];
  /** The true due instant of an automatic consequence; otherwise the `now` of the act. */
  readonly at?: Instant;
}

/** What is known of an entry as soon as its transaction has been committed. The index follows within the maximum merge delay. */
export interface RecordedEntry {
  readonly id: string;
  readonly space: string;
  readonly act: ActName;
  readonly stream: string;
  readonly version: number;
  /** Standard base64 of the leaf hash: whoever keeps it can prove later that the entry was replaced. */
  readonly leafHash: string;
}
