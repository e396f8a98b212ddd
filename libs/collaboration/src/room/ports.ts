import { type CollabClientEvents, type CollabServerEvents } from '@tavolo/contracts';
import { type Namespace, type Socket } from 'socket.io';

export type CollabNamespace = Namespace<CollabClientEvents, CollabServerEvents>;
export type CollabSocket = Socket<CollabClientEvents, CollabServerEvents>;

/** What a session may do with a document, and who she is for the others. */
export interface AccessDecision {
  readonly right: 'none' | 'read' | 'write';
  /** Stable key of the member, the same at every visit: authorship is kept under it. */
  readonly member: string;
  readonly name: string;
  readonly organisation: string | null;
  readonly sector: string | null;
  /** The text is frozen: the same as if `freeze` had been called in this process. */
  readonly frozen?: boolean;
}

/** Asked at every join and whenever `reconsider` is called. A failure counts as no right. */
export interface DocumentAccess<Session> {
  access(documentId: string, session: Session): Promise<AccessDecision>;
}

/** A change that was checked, with the authenticated member that made it. Stored as evidence of authorship. */
export interface AcceptedUpdate {
  readonly documentId: string;
  /** Yjs update, format V1. */
  readonly update: Uint8Array;
  readonly member: string;
  /** Yjs client ids under which the update adds content, all registered to the member; none when it only deletes. */
  readonly clientIds: readonly number[];
  /** When it was accepted: milliseconds since 1970. */
  readonly at: number;
}

export interface StoredDocument {
  readonly snapshot: Uint8Array | null;
  /** Updates since the snapshot, in any order: Yjs updates commute. */
  readonly updates: readonly Uint8Array[];
}

/**
 * Where documents live. Several processes may use one store: only compaction needs a lock, which the store takes.
 * Every rejection of `append` is retried until it succeeds; appending the same update twice must be harmless.
 */
export interface DocumentStore {
  load(documentId: string): Promise<StoredDocument>;
  /** Stores all updates in one commit. Resolves when they are durable, and not before. */
  append(updates: readonly AcceptedUpdate[]): Promise<void>;
  /**
   * Replaces the snapshot and exactly the updates that were read under the lock by what `merge` makes of them. The
   * accepted updates themselves stay on record for provenance.
   */
  compact(documentId: string, merge: (stored: StoredDocument) => Uint8Array): Promise<void>;
  clientsOf(documentId: string): Promise<readonly RegisteredClient[]>;
  /** Registers a Yjs client id for ever. `false` when it belongs to another member. */
  registerClient(documentId: string, clientId: number, member: string): Promise<boolean>;
}

export interface RegisteredClient {
  readonly clientId: number;
  readonly member: string;
}

/** What changed in a document between two flushes, for the audit log. */
export interface DocumentRevision {
  readonly documentId: string;
  readonly contributors: readonly { readonly member: string; readonly updates: number; readonly bytes: number }[];
  /** First and last accepted update: milliseconds since 1970. */
  readonly from: number;
  readonly to: number;
}

export interface CollaborationLog {
  warn(message: string, details: Readonly<Record<string, unknown>>): void;
  error(message: string, details: Readonly<Record<string, unknown>>): void;
}

export interface CollaborationClock {
  /** Milliseconds since 1970. */
  now(): number;
}
