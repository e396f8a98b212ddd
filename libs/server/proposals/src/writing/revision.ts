import { type ActContext } from '@tavolo/server-platform';
import * as Y from 'yjs';
import { type DocumentLog } from './document-log.repository.js';
import { markRecorded, unrecorded } from './revision.repository.js';
import { documentOf, sha256 } from './stored-text.js';

interface Written {
  /** Id of the document. */
  readonly doc: string;
  /** Key of the proposal. */
  readonly proposal: string;
  /** Space of the table's log. */
  readonly space: string;
}

/**
 * Vouches in the log for what was written in a shared text since the last time: who wrote, how many changes, and the hash of the state that
 * they led to (audit-log.md section 9). The words themselves are not in the log; the changes are kept beside it, marked with the revision.
 * Returns the number of the revision, or `null` when nothing was written.
 */
export async function recordRevision(
  context: ActContext,
  { doc, proposal, space }: Written,
  log: DocumentLog,
): Promise<number | null> {
  const { manager } = context;
  const written = await unrecorded(manager, doc);
  if (written.updates.length === 0) return null;
  const document = documentOf(await log.parts(doc, manager));
  const stateHash = sha256(Y.encodeStateAsUpdate(document));
  document.destroy();
  await markRecorded(manager, written);
  const { revision, updates, contributors } = written;
  context.record({
    space,
    act: 'doc.revision',
    stream: `doc:${proposal}`,
    actor: null,
    data: { proposal, revision, updates: updates.length, contributors: [...contributors], stateHash },
  });
  return revision;
}
