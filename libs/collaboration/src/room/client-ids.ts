import { randomInt } from 'node:crypto';
import { type JoinRequest } from '@tavolo/contracts';
import { type CollaborationLimits } from './limits.js';
import { type OpenDocument } from './open-document.js';
import { type DocumentStore } from './ports.js';
import { Refusal } from './refusal.js';

/** A Yjs client id that nobody used in this document. */
function unusedId(document: OpenDocument): number {
  for (;;) {
    const id = randomInt(1, 0x1_0000_0000 - 1);
    if (!document.memberOf.has(id) && !document.clocks.get(id)) return id;
  }
}

/** An id for a socket that only reads: needed for its cursor, registered to nobody. */
export function idOfReader(document: OpenDocument): number {
  return unusedId(document);
}

/**
 * Confirms or registers the ids that a client writes under, and gives one to a client that has none.
 * @returns the id that its document must use from now on
 * @throws Refusal `foreignClient` when an id belongs to somebody else, or holds content that nobody is registered for
 */
export async function idOfWriter(
  document: OpenDocument,
  member: string,
  request: JoinRequest,
  store: DocumentStore,
  limits: CollaborationLimits,
): Promise<number> {
  const { clientId, olderClientIds } = request;
  const claimed = clientId === null ? olderClientIds : [...olderClientIds, clientId];
  const fresh = [...new Set(claimed)].filter((id) => document.memberOf.get(id) !== member);
  if (fresh.length > limits.newClientIdsPerJoin) throw new Refusal('foreignClient', true);
  for (const id of fresh) {
    if (document.memberOf.has(id) || document.clocks.get(id)) throw new Refusal('foreignClient', true);
    if (!(await register(document, id, member, store))) throw new Refusal('foreignClient', true);
  }
  return clientId ?? registerNew(document, member, store);
}

/** Registers a new id to a member. */
export async function registerNew(document: OpenDocument, member: string, store: DocumentStore): Promise<number> {
  for (;;) {
    const id = unusedId(document);
    if (await register(document, id, member, store)) return id;
  }
}

async function register(document: OpenDocument, id: number, member: string, store: DocumentStore): Promise<boolean> {
  const isMine = await store.registerClient(document.documentId, id, member);
  if (isMine) document.memberOf.set(id, member);
  return isMine;
}
