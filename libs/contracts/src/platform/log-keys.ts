import { z } from 'zod';

/** Body of `/.well-known/tavolo-log.json`: the verifier keys of all logs of an installation (C2SP signed note). */
export const logKeysSchema = z.object({
  format: z.literal('tavolo-log-keys/1'),
  logs: z.array(z.object({ origin: z.string(), vkey: z.string() })),
});
export type LogKeys = z.infer<typeof logKeysSchema>;

export const healthSchema = z.object({
  status: z.enum(['ok', 'failing']),
  version: z.string(),
  checks: z.record(
    z.string(),
    z.object({
      ok: z.boolean(),
      /** One plain sentence for the operator; never a secret, an address or a name of a person. */
      detail: z.string(),
    }),
  ),
});
export type Health = z.infer<typeof healthSchema>;
