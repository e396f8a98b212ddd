import { z } from 'zod';

/**
 * Why the server did not take a message of the `/collab` namespace, and what the client should do:
 *
 * - `retry`: nothing is wrong with the message; the server is busy or cannot store now. Send it again later.
 * - `rate`: too many messages; send again after `retryAfterMs`.
 * - `gap`: the update builds on changes that the server does not hold. Join again and send what is missing.
 * - `resync`: the server had to reload the document. Join again and send what is missing.
 * - `notJoined`: this socket has not joined the document.
 * - `denied`: no right to do this; also the answer for documents that do not exist.
 * - `frozen`: the text no longer accepts changes.
 * - `tooLarge`: the update, or the document it would make, is larger than allowed.
 * - `malformed`: no honest client sends this.
 * - `foreignClient`: the update writes under a Yjs client id that is not registered to this member.
 */
export const collabErrorCodeSchema = z.enum([
  'retry',
  'rate',
  'gap',
  'resync',
  'notJoined',
  'denied',
  'frozen',
  'tooLarge',
  'malformed',
  'foreignClient',
]);

export type CollabErrorCode = z.infer<typeof collabErrorCodeSchema>;

export const collabErrorSchema = z.strictObject({
  code: collabErrorCodeSchema,
  /** Not before so many milliseconds. */
  retryAfterMs: z.int().min(0).optional(),
});

export type CollabError = z.infer<typeof collabErrorSchema>;

const refused = z.strictObject({ ok: z.literal(false), error: collabErrorSchema });

/** Answer to an update: `ok` means that it is stored durably, and nothing less. */
export const updateAnswerSchema = z.discriminatedUnion('ok', [z.strictObject({ ok: z.literal(true) }), refused]);

export type UpdateAnswer = z.infer<typeof updateAnswerSchema>;

function isArrayBuffer(value: unknown): value is ArrayBuffer {
  // Pages and test environments have several realms, each with its own constructor.
  return Object.prototype.toString.call(value) === '[object ArrayBuffer]';
}

/** Binary values arrive as `Uint8Array`, `Buffer` or `ArrayBuffer`, depending on the platform's msgpack. */
export const wireBytesSchema = z
  .custom<Uint8Array | ArrayBuffer>((value) => ArrayBuffer.isView(value) || isArrayBuffer(value))
  .transform((bytes): Uint8Array => (isArrayBuffer(bytes) ? new Uint8Array(bytes) : bytes));

/** Who is writing, as the server knows it. The client never chooses any of these. */
export const documentWriterSchema = z.strictObject({
  member: z.string().min(1).max(100),
  name: z.string().min(1).max(200),
  organisation: z.string().max(200).nullable(),
  sector: z.string().max(40).nullable(),
  /** Colour of the cursor, `#rrggbb`, readable as a background under white letters. (The editor expects this spelling.) */
  color: z.string().regex(/^#[0-9a-f]{6}$/u),
});

export type DocumentWriter = z.infer<typeof documentWriterSchema>;

export const joinAnswerSchema = z.discriminatedUnion('ok', [
  z.strictObject({
    ok: z.literal(true),
    data: z.strictObject({
      /** Yjs client id registered to this member for this socket; the client's document must use it. */
      clientId: z.int().min(0).max(0xffff_ffff),
      right: z.enum(['read', 'write']),
      frozen: z.boolean(),
      user: documentWriterSchema,
      /** y-protocols sync step 2: what the client is missing. */
      step2: wireBytesSchema,
      /** y-protocols sync step 1: what the server holds. */
      step1: wireBytesSchema,
      /** y-protocols awareness update of everybody present; `null` when alone. */
      awareness: wireBytesSchema.nullable(),
    }),
  }),
  refused,
]);

export type JoinAnswer = z.infer<typeof joinAnswerSchema>;
