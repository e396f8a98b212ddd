import { randomInt } from 'node:crypto';
import { encodeText } from '@tavolo/collaboration/text';
import { type FrozenText } from '@tavolo/governance';
import { type Instant, type MemberId } from '@tavolo/kernel';
import { NotFound } from '@tavolo/server-platform';
import { type EntityManager } from 'typeorm';
import { DocumentClientRecord } from '../records/document-client.record.js';
import { DocumentUpdateRecord } from '../records/document-update.record.js';
import { ProposalVersionRecord } from '../records/proposal-version.record.js';
import { sha256 } from '../writing/stored-text.js';

/** A version as it was frozen, with its translations. */
export async function frozenVersion(
  manager: EntityManager,
  proposal: string,
  n: number,
): Promise<Pick<ProposalVersionRecord, 'text' | 'words' | 'textHash'>> {
  const found = await manager.findOneBy(ProposalVersionRecord, { proposal, n });
  if (!found) throw new NotFound('version');
  return { text: found.text, words: found.words, textHash: found.textHash };
}

/** A text that came to a table as a whole. */
export interface Received extends Pick<ProposalVersionRecord, 'text' | 'words' | 'textHash'> {
  /** Id of the proposal that gets it. */
  readonly proposal: string;
  /** Who handed it in. */
  readonly member: MemberId;
  readonly at: Instant;
}

/**
 * What the text is as the first version of its new proposal. It begins anew, as if its bearer had written it at once: its new document
 * knows nothing of who wrote what, and what was deleted, where it came about.
 */
export function asFirstVersion({ text, textHash, at }: Received): {
  readonly frozen: FrozenText;
  readonly update: Buffer;
  readonly clientId: string;
} {
  const clientId = randomInt(1, 2 ** 32);
  const update = Buffer.from(encodeText(text, clientId));
  const clauses = text.clauses.map(({ id }) => id);
  return {
    frozen: { version: 1, textHash, stateHash: sha256(update), clauses, at },
    update,
    clientId: String(clientId),
  };
}

/** Writes the document and its first version; the proposal must be there. */
export async function insertReceived(
  manager: EntityManager,
  { proposal, text, words, member, at }: Received,
  { frozen, update, clientId }: ReturnType<typeof asFirstVersion>,
): Promise<void> {
  await manager.insert(DocumentClientRecord, { doc: proposal, clientId, member });
  await manager.insert(DocumentUpdateRecord, {
    doc: proposal,
    data: update,
    member,
    clientIds: [clientId],
    createdAt: at,
    compacted: false,
    revision: null,
  });
  await manager.insert(ProposalVersionRecord, {
    proposal,
    n: frozen.version,
    text,
    words,
    textHash: frozen.textHash,
    stateHash: frozen.stateHash,
    state: update,
    contributors: [member],
    frozenAt: at,
  });
}
