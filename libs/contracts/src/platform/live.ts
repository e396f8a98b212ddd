import { type Instant } from '@tavolo/kernel';
import { z } from 'zod';
import { actNames } from '../acts.js';
import { keySchema } from '../shared.js';

/** Name of the socket.io namespace of facts and presence. Both ends use the msgpack parser, over WebSocket only. */
export const liveNamespace = '/live';

/** A smaller room within a table, for facts that not everybody at the table may learn: `bench:third`. */
export const roomSchema = z.string().regex(/^[a-z][a-zA-Z0-9_:-]{0,79}$/);

/**
 * Something happened at a table; clients fetch again what they show. `version` counts the facts of one room from 1,
 * without gaps, within one `epoch` of the server.
 */
export const factSchema = z.object({
  table: keySchema,
  room: roomSchema.optional(),
  act: z.enum(actNames),
  /** What the fact is about: `proposal:P-101`. */
  subject: z.string(),
  version: z.int().min(1),
});
export type Fact = z.infer<typeof factSchema>;

export const watchRequestSchema = z.strictObject({
  table: keySchema,
  room: roomSchema.optional(),
  /** The last fact that this client saw, to receive those it missed. */
  since: z.strictObject({ epoch: z.string().max(64), version: z.int().min(0) }).optional(),
});
export type WatchRequest = z.infer<typeof watchRequestSchema>;

export const unwatchRequestSchema = watchRequestSchema.omit({ since: true });
export type UnwatchRequest = z.infer<typeof unwatchRequestSchema>;

export const watchedSchema = z.object({
  epoch: z.string(),
  version: z.int().min(0),
  /** The facts since `since`; `null` when the server no longer holds them all: fetch everything shown again. */
  missed: z.array(factSchema).nullable(),
  /** Members (pseudonyms at this table) who are looking now. */
  present: z.array(z.string()),
});
export type Watched = z.infer<typeof watchedSchema>;

export const presenceSchema = z.object({ table: keySchema, room: roomSchema.optional(), present: z.array(z.string()) });
export type Presence = z.infer<typeof presenceSchema>;

/** Why a message over a socket was not done: a code of `platformProblems` or of the domain. */
export interface LiveError {
  readonly code: string;
  readonly params: Readonly<Record<string, unknown>>;
}

/** The answer to everything that a client sends over a socket. */
export type LiveAnswer<Data> =
  { readonly ok: true; readonly data: Data } | { readonly ok: false; readonly error: LiveError };

/** Everything that a client may send over `/live`. */
export interface LiveClientEvents {
  watch: (request: WatchRequest, answer: (answer: LiveAnswer<Watched>) => void) => void;
  unwatch: (request: UnwatchRequest, answer: (answer: LiveAnswer<null>) => void) => void;
}

/** Everything that the server sends over `/live`. */
export interface LiveServerEvents {
  fact: (fact: Fact) => void;
  presence: (presence: Presence) => void;
  /** The clock of the demonstration was moved: everything that depends on time may be different. */
  clock: (moved: { readonly now: Instant }) => void;
  /** The right to watch was lost, or the session ended (`table: '*'`): what is shown may no longer be up to date. */
  dismissed: (dismissal: { readonly table: string; readonly room?: string }) => void;
}
