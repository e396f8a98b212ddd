import { createHash } from 'node:crypto';
import { readText, textHashInput } from '@tavolo/collaboration/text';
import { DomainRefusal } from '@tavolo/server-platform';
import * as Y from 'yjs';
import { type LiveText } from '../text/shared-texts.js';

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

/** The text of a document with its hash. Throws `DomainRefusal('text_unreadable')` when it holds what is no text of a proposal. */
export function liveText(doc: Y.Doc): LiveText {
  const reading = readText(doc);
  if (!reading.ok) {
    throw new DomainRefusal({ code: 'text_unreadable', rule: '2.1 Frozen text', params: { ...reading.problem } });
  }
  return { text: reading.text, textHash: sha256(textHashInput(reading.text)) };
}
