import type * as Y from 'yjs';
import { type CollaborationLimits } from './limits.js';
import {
  type CollabNamespace,
  type CollabSocket,
  type CollaborationClock,
  type CollaborationLog,
  type DocumentAccess,
  type DocumentRevision,
  type DocumentStore,
} from './ports.js';

export interface CollaborationOptions<Session> {
  /** The namespace `/collab` of a server with `guardedParser`, whose middleware has authenticated every socket. */
  readonly namespace: CollabNamespace;
  /** The session that the middleware found; `undefined` disconnects the socket. */
  readonly sessionOf: (socket: CollabSocket) => Session | undefined;
  readonly access: DocumentAccess<Session>;
  readonly store: DocumentStore;
  readonly clock: CollaborationClock;
  readonly log: CollaborationLog;
  readonly limits?: Partial<CollaborationLimits>;
  /** Called after commits, for each document at most every `revisionEveryMs`, and before freezing and closing. */
  readonly onRevision?: (revision: DocumentRevision) => void;
  /** What documents are made of; texts of proposals by default, and then the whole is kept readable too. */
  readonly isAllowed?: (struct: Y.Item) => boolean;
}
