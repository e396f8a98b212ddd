import { z } from 'zod';
import { type JoinAnswer, type UpdateAnswer, wireBytesSchema } from './collab-answer.js';

/** Name of the socket.io namespace of documents. Both ends use the msgpack parser: one binary frame a message. */
export const collabNamespace = '/collab';

/** Documents are named by their owner's id, for example the id of a proposal. */
export const documentIdSchema = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9:_-]{0,99}$/u);

const clientIdSchema = z.int().min(0).max(0xffff_ffff);

export const joinRequestSchema = z.strictObject({
  documentId: documentIdSchema,
  /** y-protocols sync step 1: what the client holds. */
  step1: wireBytesSchema,
  /** Yjs client id that this copy is writing under; `null` when it wrote nothing yet. It is confirmed or refused. */
  clientId: clientIdSchema.nullable(),
  /**
   * Further ids under which this copy holds changes, for example from before a reload. Ids of this member are confirmed,
   * ids that nobody ever used are registered to this member, anybody else's are refused.
   */
  olderClientIds: z.array(clientIdSchema).max(64),
});

export type JoinRequest = z.infer<typeof joinRequestSchema>;

/** Bytes as they are given to the socket: `Buffer` on the server, an exact `ArrayBuffer` in the client. */
export type WireBytes = Uint8Array | ArrayBuffer;

/** Everything that a client may send. Anything else is ignored. */
export interface CollabClientEvents {
  /** Enter a document, or enter it again after a loss of connection: the same call heals everything. */
  join: (
    request: { documentId: string; step1: WireBytes; clientId: number | null; olderClientIds: readonly number[] },
    answer: (answer: JoinAnswer) => void,
  ) => void;
  /** A y-protocols sync message (step 2 or update). Answered when it is stored durably. */
  update: (documentId: string, message: WireBytes, answer: (answer: UpdateAnswer) => void) => void;
  /** A y-protocols awareness update with this socket's own client id. Never answered. */
  awareness: (documentId: string, message: WireBytes) => void;
  leave: (documentId: string) => void;
}

/** Everything that the server sends. */
export interface CollabServerEvents {
  /** A y-protocols sync message (update) with what others wrote. */
  update: (documentId: string, message: WireBytes) => void;
  /** A y-protocols awareness update. */
  awareness: (documentId: string, message: WireBytes) => void;
  /** The text was frozen: no change is accepted from now on. */
  frozen: (documentId: string) => void;
  /** The text is open for writing again. */
  thawed: (documentId: string) => void;
  /** The right of this socket changed; `none` means that it has been removed from the document. */
  right: (documentId: string, right: 'none' | 'read' | 'write') => void;
  /** The server asks the client to join again, for example because it had to reload the document. */
  resync: (documentId: string) => void;
}
