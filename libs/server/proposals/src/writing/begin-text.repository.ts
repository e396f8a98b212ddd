import { randomInt } from 'node:crypto';
import { emptyText, encodeText } from '@tavolo/collaboration/text';
import { type Instant, type MemberId } from '@tavolo/kernel';
import { type EntityManager } from 'typeorm';
import { DocumentClientRecord } from '../records/document-client.record.js';
import { DocumentUpdateRecord } from '../records/document-update.record.js';

/**
 * The first change of a shared text, made by the act that begins the proposal: one empty clause, so that two people who write their first
 * words at the same moment write into the same clause.
 */
export async function beginText(
  manager: EntityManager,
  { doc, member, at }: { readonly doc: string; readonly member: MemberId; readonly at: Instant },
): Promise<void> {
  const clientId = randomInt(1, 2 ** 32);
  await manager.insert(DocumentClientRecord, { doc, clientId: String(clientId), member });
  await manager.insert(DocumentUpdateRecord, {
    doc,
    data: Buffer.from(encodeText(emptyText(), clientId)),
    member,
    clientIds: [String(clientId)],
    createdAt: at,
    compacted: false,
    revision: null,
  });
}
