import { createHash } from 'node:crypto';
import * as Y from 'yjs';

/** Base64 SHA-256. */
export const sha256 = (data: string | Uint8Array): string => createHash('sha256').update(data).digest('base64');

/** The document that updates amount to. Call `destroy()` on it. */
export function documentOf(updates: readonly Uint8Array[]): Y.Doc {
  const doc = new Y.Doc({ gc: false });
  doc.transact(() => {
    for (const update of updates) Y.applyUpdate(doc, update);
  });
  return doc;
}
